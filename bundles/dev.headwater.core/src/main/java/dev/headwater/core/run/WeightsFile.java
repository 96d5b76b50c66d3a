package dev.headwater.core.run;

import dev.headwater.core.data.DataException;
import dev.headwater.core.data.NpzFile;
import dev.headwater.core.tensor.Shape;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Parameters, and what layers keep beside them, in a file that other tools know: safetensors, or NumPy's npz. Names are
 * those of checkpoints, {@code block.3/dense/weight} and {@code state/block.3/norm/running_mean}, so a checkpoint is such
 * a file, too. Which of the two formats a file has is seen from its first bytes.
 */
public final class WeightsFile implements Closeable {
    /** The formats, by their usual file endings. */
    public enum Format {
        /** Tensors behind a header in JSON. */
        SAFETENSORS,
        /** A zip file of NumPy arrays. */
        NPZ
    }

    private final Path path;
    private final SafetensorsReader safetensors;
    private final NpzFile npz;

    private WeightsFile(Path path, SafetensorsReader safetensors, NpzFile npz) {
        this.path = path;
        this.safetensors = safetensors;
        this.npz = npz;
    }

    /**
     * Opens a file of either format.
     *
     * @throws RunException if it cannot be read or has neither
     */
    public static WeightsFile open(Path path) throws RunException {
        if (!Files.isRegularFile(path)) {
            throw new RunException(path + (Files.exists(path) ? " is not a file" : " does not exist")
                    + "; name a .safetensors or .npz file with weights, or a checkpoint");
        }
        try {
            return zipped(path) ? new WeightsFile(path, null, NpzFile.open(path, path.toString()))
                    : new WeightsFile(path, SafetensorsReader.open(path), null);
        } catch (DataException e) {
            throw refused(path, e);
        }
    }

    private static boolean zipped(Path path) throws RunException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.read() == 'P' && in.read() == 'K';
        } catch (IOException e) {
            throw new RunException(path + " cannot be read: " + AtomicFiles.reason(e), e);
        }
    }

    /**
     * Writes a file; it is there as a whole and on the disk, or not at all.
     *
     * @param metadata texts about the tensors, which safetensors keeps and npz cannot
     * @throws RunException if that fails
     */
    public static void write(Path path, Format format, Map<String, String> metadata, List<NamedTensor> tensors)
            throws RunException {
        AtomicFiles.write(path, file -> {
            if (format == Format.NPZ) {
                NpzWriter.write(file, tensors);
            } else {
                SafetensorsWriter.write(file, metadata, tensors);
            }
        });
    }

    /** The file. */
    public Path path() {
        return path;
    }

    /** The names of the tensors, in the file's order. */
    public List<String> names() {
        return safetensors != null ? safetensors.names() : npz.names();
    }

    /**
     * The extents of a tensor; empty for a scalar.
     *
     * @throws RunException if there is none of this name, or it cannot be read
     */
    public List<Integer> extents(String name) throws RunException {
        int[] extents;
        if (safetensors != null) {
            Shape shape = safetensors.shape(name);
            if (shape == null) {
                throw new RunException(path + " has no tensor " + name);
            }
            extents = shape.toArray();
        } else {
            try {
                extents = npz.extents(name);
            } catch (DataException e) {
                throw refused(path, e);
            }
        }
        List<Integer> list = new ArrayList<>();
        for (int extent : extents) {
            list.add(extent);
        }
        return list;
    }

    /**
     * Reads a tensor into a buffer from index 0 on.
     *
     * @throws RunException if there is no such tensor, it has another shape, holds a value that is not finite, or cannot
     *             be read; the buffer may hold a part of it then
     */
    public void read(String name, Shape shape, FloatBuffer into) throws RunException {
        if (safetensors != null) {
            safetensors.read(name, shape, into);
        } else {
            try {
                NpzFile.Array array = npz.read(name);
                if (!Arrays.equals(array.extents(), shape.toArray())) {
                    throw new RunException(path + " has the tensor " + name + " with another shape than " + shape);
                }
                into.put(0, array.values(), 0, shape.size());
            } catch (DataException e) {
                throw refused(path, e);
            }
        }
        for (int i = 0; i < shape.size(); i++) {
            if (!Float.isFinite(into.get(i))) {
                throw new RunException(path + " has the value " + into.get(i) + " in " + name
                        + ", weights must be finite numbers; take them from a checkpoint before the training diverged");
            }
        }
    }

    private static RunException refused(Path path, DataException e) {
        return new RunException(path + ": " + e.getMessage(), e);
    }

    @Override
    public void close() throws IOException {
        if (safetensors != null) {
            safetensors.close();
        } else {
            npz.close();
        }
    }
}
