package dev.headwater.launching.runs;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Finds the network file of a run again: its record names it as it was named where training was started. */
final class NetworkFiles {
    /** A run may lie deeper below the folder in which training was started than in its {@code runs}. */
    private static final int LEVELS = 4;

    private NetworkFiles() {
    }

    /** The file, absolute, or {@code null} if it cannot be found from the run's folder. */
    static Path find(Path run, String named) {
        if (named == null) {
            return null;
        }
        try {
            Path folder = run.toAbsolutePath().normalize().getParent();
            for (int level = 0; folder != null && level < LEVELS; level++) {
                Path file = folder.resolve(named).normalize();
                if (Files.isRegularFile(file)) {
                    return file;
                }
                folder = folder.getParent();
            }
        } catch (InvalidPathException e) {
            // Named on another system: it is not here.
        }
        return null;
    }
}
