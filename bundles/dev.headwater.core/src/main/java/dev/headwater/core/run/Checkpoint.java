package dev.headwater.core.run;

import dev.headwater.core.tensor.Shape;
import java.io.Closeable;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The state of a training from which it goes on bit for bit: parameters, what the optimizer keeps, and the progress. A
 * file {@code checkpoint-<step>.safetensors} that other tools can read, too.
 */
public final class Checkpoint implements Closeable {
    private final Path path;
    private final SafetensorsReader tensors;
    private final Progress progress;

    private Checkpoint(Path path, SafetensorsReader tensors, Progress progress) {
        this.path = path;
        this.tensors = tensors;
        this.progress = progress;
    }

    /** The file of the checkpoint of a step in a run's folder. */
    static Path file(Path folder, long step) {
        return folder.resolve("checkpoint-" + step + ".safetensors");
    }

    /**
     * Writes a checkpoint; it is there as a whole and on the disk, or not at all.
     *
     * @throws RunException if that fails
     */
    public static Path write(Path folder, Progress progress, List<NamedTensor> tensors) throws RunException {
        Path path = file(folder, progress.step());
        AtomicFiles.write(path, file -> SafetensorsWriter.write(file, progress.toMetadata(), tensors));
        return path;
    }

    /**
     * Opens a checkpoint and verifies every byte of it.
     *
     * @throws RunException if it cannot be read, is damaged or has a newer format
     */
    public static Checkpoint open(Path path) throws RunException {
        SafetensorsReader tensors = SafetensorsReader.open(path);
        try {
            Progress progress = progress(path, tensors.metadata());
            String expected = tensors.metadata().get(SafetensorsWriter.CHECKSUM);
            if (!String.format(Locale.ROOT, "%08x", tensors.checksum()).equals(expected)) {
                throw new RunException(path + " is damaged: its checksum does not fit");
            }
            return new Checkpoint(path, tensors, progress);
        } catch (RunException | RuntimeException | Error e) {
            closeQuietly(tensors);
            throw e;
        }
    }

    /**
     * The progress that a checkpoint's metadata tell, its tensors unread.
     *
     * @throws RunException if they cannot be read
     */
    static Progress peek(Path path) throws RunException {
        SafetensorsReader tensors = SafetensorsReader.open(path);
        try {
            return progress(path, tensors.metadata());
        } finally {
            closeQuietly(tensors);
        }
    }

    private static Progress progress(Path path, Map<String, String> metadata) throws RunException {
        String format = metadata.get("format");
        if (format != null && !format.equals(Progress.FORMAT)) {
            throw new RunException(path + " has format " + format + "; this version reads format " + Progress.FORMAT
                    + ": update Headwater");
        }
        try {
            return Progress.of(metadata);
        } catch (IllegalArgumentException e) {
            throw new RunException(path + " is not a checkpoint of a run: " + e.getMessage(), e);
        }
    }

    /** The file. */
    public Path path() {
        return path;
    }

    /** How far training had come. */
    public Progress progress() {
        return progress;
    }

    /** The names of the tensors. */
    public List<String> names() {
        return tensors.names();
    }

    /** The shape of a tensor, or {@code null} if there is none of that name. */
    public Shape shape(String name) {
        return tensors.shape(name);
    }

    /**
     * Reads a tensor into a buffer from index 0 on.
     *
     * @throws RunException if there is no such tensor, it has another shape, or the file cannot be read
     */
    public void read(String name, Shape shape, FloatBuffer into) throws RunException {
        tensors.read(name, shape, into);
    }

    /** As {@link #read(String, Shape, FloatBuffer)}, into an array from {@code offset} on. */
    public void read(String name, Shape shape, float[] into, int offset) throws RunException {
        tensors.read(name, shape, into, offset);
    }

    @Override
    public void close() throws IOException {
        tensors.close();
    }

    private static void closeQuietly(SafetensorsReader tensors) {
        try {
            tensors.close();
        } catch (IOException e) {
            // The file was only read.
        }
    }
}
