package dev.headwater.core.run;

import dev.headwater.core.json.JsonException;
import dev.headwater.core.json.JsonReader;
import dev.headwater.core.tensor.Shape;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Reads safetensors files of 32-bit floats. Nothing that the file claims is believed before it was compared with the
 * file's real size.
 */
public final class SafetensorsReader implements Closeable {
    /** No header is larger, in bytes; the format says so. */
    public static final int MAX_HEADER = 100_000_000;

    private static final int TILE = 1 << 16;

    private final Path path;
    private final FileChannel file;
    private final SafetensorsHeader header;
    private final long dataStart;
    private ByteBuffer tile;

    private SafetensorsReader(Path path, FileChannel file, SafetensorsHeader header, long dataStart) {
        this.path = path;
        this.file = file;
        this.header = header;
        this.dataStart = dataStart;
    }

    /**
     * Opens a file and checks its header.
     *
     * @throws RunException if it cannot be read or is not what the format asks for
     */
    public static SafetensorsReader open(Path path) throws RunException {
        try {
            FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
            try {
                return open(path, file);
            } catch (IOException | RuntimeException | Error e) {
                file.close();
                throw e;
            }
        } catch (JsonException | IllegalArgumentException e) {
            throw damaged(path, e.getMessage(), e);
        } catch (RunException e) {
            throw e;
        } catch (IOException e) {
            throw new RunException(path + " cannot be read: " + AtomicFiles.reason(e), e);
        }
    }

    private static SafetensorsReader open(Path path, FileChannel file) throws IOException {
        long size = file.size();
        ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        if (size < Long.BYTES || !fill(file, length, 0)) {
            throw damaged(path, "it is too short", null);
        }
        long headerBytes = length.getLong(0);
        if (headerBytes < 2 || headerBytes > MAX_HEADER || headerBytes > size - Long.BYTES) {
            throw damaged(path, "it is cut off, or no safetensors file", null);
        }
        ByteBuffer json = ByteBuffer.allocate((int) headerBytes);
        if (!fill(file, json, Long.BYTES) || json.get(0) != '{') {
            throw damaged(path, "its header does not begin with {", null);
        }
        long dataStart = Long.BYTES + headerBytes;
        SafetensorsHeader header = SafetensorsHeader.of(JsonReader.read(path.toString(), json.array()),
                size - dataStart);
        return new SafetensorsReader(path, file, header, dataStart);
    }

    /** The free texts of the file. */
    public Map<String, String> metadata() {
        return header.metadata();
    }

    /** The names of the tensors, in file order. */
    public List<String> names() {
        return List.copyOf(header.tensors().keySet());
    }

    /** The shape of a tensor, or {@code null} if there is none of that name. */
    public Shape shape(String name) {
        SafetensorsHeader.Entry entry = header.tensors().get(name);
        return entry == null ? null : entry.shape();
    }

    /**
     * Reads a tensor into a buffer from index 0 on; position and limit do not matter.
     *
     * @throws RunException if there is no such tensor, it has another shape, or the file cannot be read
     */
    public void read(String name, Shape shape, FloatBuffer into) throws RunException {
        SafetensorsHeader.Entry entry = header.tensors().get(name);
        if (entry == null || !entry.shape().equals(shape)) {
            throw new RunException(path + (entry == null ? " has no tensor " + name
                    : " has the tensor " + name + " with shape " + entry.shape() + ", not " + shape));
        }
        long at = dataStart + entry.begin();
        int count = shape.size();
        for (int done = 0; done < count;) {
            int n = Math.min(TILE, count - done);
            readTile(at, n * Float.BYTES);
            into.put(done, tile.rewind().asFloatBuffer(), 0, n);
            at += (long) n * Float.BYTES;
            done += n;
        }
    }

    /** As {@link #read(String, Shape, FloatBuffer)}, into an array from {@code offset} on. */
    public void read(String name, Shape shape, float[] into, int offset) throws RunException {
        read(name, shape, FloatBuffer.wrap(into, offset, shape.size()).slice());
    }

    /**
     * The CRC-32C of all tensors' bytes as they are now.
     *
     * @throws RunException if the file cannot be read
     */
    public long checksum() throws RunException {
        CRC32C crc = new CRC32C();
        long end = dataStart;
        for (SafetensorsHeader.Entry entry : header.tensors().values()) {
            end = dataStart + entry.end();
        }
        for (long at = dataStart; at < end; at += tile.limit()) {
            readTile(at, (int) Math.min((long) TILE * Float.BYTES, end - at));
            crc.update(tile.rewind());
        }
        return crc.getValue();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void readTile(long at, int bytes) throws RunException {
        if (tile == null) { // many files are opened for their header alone
            tile = ByteBuffer.allocateDirect(TILE * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        }
        try {
            if (!fill(file, tile.clear().limit(bytes), at)) {
                throw damaged(path, "it became shorter while it was read", null);
            }
        } catch (RunException e) {
            throw e;
        } catch (IOException e) {
            throw new RunException(path + " cannot be read: " + AtomicFiles.reason(e), e);
        }
    }

    private static boolean fill(FileChannel file, ByteBuffer into, long at) throws IOException {
        while (into.hasRemaining()) {
            if (file.read(into, at + into.position()) < 0) {
                return false;
            }
        }
        return true;
    }

    private static RunException damaged(Path path, String why, Exception cause) {
        return new RunException(path + " is damaged: " + why, cause);
    }
}
