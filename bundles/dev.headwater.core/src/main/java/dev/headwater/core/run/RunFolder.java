package dev.headwater.core.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/** The folder of one run and the names of what lies in it. */
public final class RunFolder {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final int LONGEST_NAME = 80;

    private final Path path;

    private RunFolder(Path path) {
        this.path = path;
    }

    /**
     * Makes the folder of a new run, and its parents.
     *
     * @throws RunException if it exists or cannot be made
     */
    public static RunFolder create(Path path) throws RunException {
        try {
            return make(path);
        } catch (FileAlreadyExistsException e) {
            throw new RunException(path + " exists already; name a folder that does not exist yet", e);
        } catch (IOException e) {
            throw new RunException("the folder " + path + " cannot be made: " + AtomicFiles.reason(e), e);
        }
    }

    /**
     * Makes the folder of a new run in {@code runs}: {@code <network>-<date>-<time>}, and a number where others started
     * in the same second.
     *
     * @param network the name of the network file; its ending is left out
     * @throws RunException if it cannot be made
     */
    public static RunFolder createIn(Path runs, String network, LocalDateTime now) throws RunException {
        String name = name(network, now);
        for (int n = 1;; n++) {
            Path path = runs.resolve(n == 1 ? name : name + "-" + n);
            try {
                return make(path);
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(runs)) {
                    throw new RunException(runs + " is not a folder; runs cannot be put into it", e);
                }
                // Another run took this name: the next number.
            } catch (IOException e) {
                throw new RunException("the folder " + path + " cannot be made: " + AtomicFiles.reason(e), e);
            }
        }
    }

    /** The name of a run: {@code <network>-<date>-<time>}, made of what every file system takes. */
    public static String name(String network, LocalDateTime now) {
        String name = network.replaceFirst("\\.headwater$", "").replaceAll("[^\\p{L}\\p{N}_-]+", "-");
        return name.substring(0, Math.min(LONGEST_NAME, name.length())) + "-" + STAMP.format(now);
    }

    private static RunFolder make(Path path) throws IOException {
        Path parent = path.toAbsolutePath().normalize().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        // This call alone decides who owns the name: it fails for all but one of several processes.
        Files.createDirectory(path);
        RunFolder folder = new RunFolder(path);
        Files.createDirectory(folder.telemetry());
        return folder;
    }

    /**
     * The folder of an existing run, after a look at its record.
     *
     * @throws RunException if it is no folder, no run, damaged, or written by a newer version
     */
    public static RunFolder open(Path path) throws RunException {
        if (!Files.exists(path)) {
            throw new RunException(path + " does not exist; name the folder of a run");
        }
        if (!Files.isDirectory(path)) {
            throw new RunException(path + " is not a folder; name the folder of a run");
        }
        RunFolder folder = new RunFolder(path);
        folder.read();
        return folder;
    }

    /** The folder itself, as it was named. */
    public Path path() {
        return path;
    }

    /** The run's name: that of the folder. */
    public String id() {
        return Objects.requireNonNullElse(path.toAbsolutePath().normalize().getFileName(), path).toString();
    }

    /** The record of the run. */
    public Path record() {
        return path.resolve("run.json");
    }

    /** What happened, one event a line. */
    public Path events() {
        return path.resolve("events.jsonl");
    }

    /** The folder of the telemetry files. */
    public Path telemetry() {
        return path.resolve("telemetry");
    }

    /** The moments of every step. */
    public Path moments() {
        return telemetry().resolve("moments.0");
    }

    /** The histograms of single steps. */
    public Path histograms() {
        return telemetry().resolve("histograms.0");
    }

    /** The norms of gradients at every time step of recurrent layers. */
    public Path throughTime() {
        return telemetry().resolve("through-time.0");
    }

    /** The file that a running process holds a lock on. */
    Path lock() {
        return path.resolve("lock");
    }

    /**
     * Reads the record.
     *
     * @throws RunException if it is missing, damaged, or written by a newer version
     */
    public RunRecord read() throws RunException {
        if (!Files.exists(record())) {
            throw new RunException(path + " is not the folder of a run, or the run never began: it has no run.json");
        }
        return RunJson.read(record());
    }

    /**
     * Replaces the record.
     *
     * @throws RunException if it cannot be written; the old one is then as it was
     */
    public void write(RunRecord run) throws RunException {
        RunJson.write(record(), run);
    }

    /** Whether a run that says it is running is not: its process was killed or crashed. */
    public boolean interrupted(RunRecord run) {
        return run.state() == RunState.RUNNING && RunLock.holder(this).isEmpty();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
