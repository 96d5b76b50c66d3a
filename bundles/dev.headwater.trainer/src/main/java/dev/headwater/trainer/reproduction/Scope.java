package dev.headwater.trainer.reproduction;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How much is reproduced.
 *
 * @param quick whether only as much as a test has time for: figures are then judged as in full
 * @param data a folder with data files, or {@code null}
 */
public record Scope(boolean quick, Path data) {
    private static final Path EXAMPLES = Path.of("bundles", "dev.headwater.examples", "examples");

    /** One of two numbers. */
    public int of(int full, int inQuick) {
        return quick ? inQuick : full;
    }

    /**
     * A data file: in the folder that was named, in the working directory, or among the examples.
     *
     * @throws Needs if it is in none of them
     */
    public Path file(String name) throws Needs {
        List<Path> folders = data == null ? List.of(Path.of(""), EXAMPLES) : List.of(data, Path.of(""), EXAMPLES);
        for (Path folder : folders) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                return file.toAbsolutePath();
            }
        }
        throw new Needs("the file " + name + "; name its folder with --data");
    }
}
