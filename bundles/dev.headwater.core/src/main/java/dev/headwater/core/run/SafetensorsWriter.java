package dev.headwater.core.run;

import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Writes safetensors files of 32-bit floats: the length of the header, the header as JSON, the tensors one after the
 * other. The format has no checksum, so the metadata gets one of the data under {@value #CHECKSUM}.
 *
 * @see <a href="https://huggingface.co/docs/safetensors">the format</a>
 */
public final class SafetensorsWriter {
    /** The metadata's name for the CRC-32C of the data, eight hexadecimal digits. */
    public static final String CHECKSUM = "crc32c";

    private static final int TILE = 1 << 16;
    private static final int ALIGNMENT = 8;

    private SafetensorsWriter() {
    }

    /**
     * Writes a whole file from position 0 on.
     *
     * @throws IOException if the channel fails, or the header would be larger than readers accept
     * @throws IllegalArgumentException if two tensors have one name
     */
    public static void write(FileChannel file, Map<String, String> metadata, List<NamedTensor> tensors)
            throws IOException {
        // The checksum is known only behind the data; its text has a fixed length, so the header is written twice.
        byte[] header = header(metadata, tensors, 0);
        if (header.length > SafetensorsReader.MAX_HEADER) {
            throw new IOException("the header of " + tensors.size() + " tensors is too large for a safetensors file");
        }
        CRC32C crc = new CRC32C();
        ByteBuffer tile = ByteBuffer.allocateDirect(TILE * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        long at = (long) Long.BYTES + header.length;
        for (NamedTensor tensor : tensors) {
            at = write(file, at, tensor.values(), tensor.shape().size(), tile, crc);
        }
        header = header(metadata, tensors, crc.getValue());
        ByteBuffer start = ByteBuffer.allocate(Long.BYTES + header.length).order(ByteOrder.LITTLE_ENDIAN);
        write(file, 0, start.putLong(header.length).put(header).flip());
    }

    private static long write(FileChannel file, long from, FloatBuffer values, int count, ByteBuffer tile, CRC32C crc)
            throws IOException {
        FloatBuffer floats = tile.clear().asFloatBuffer();
        long at = from;
        for (int done = 0; done < count;) {
            int n = Math.min(TILE, count - done);
            floats.put(0, values, done, n);
            crc.update(tile.clear().limit(n * Float.BYTES));
            at = write(file, at, tile.rewind());
            done += n;
        }
        return at;
    }

    private static long write(FileChannel file, long from, ByteBuffer bytes) throws IOException {
        long at = from;
        while (bytes.hasRemaining()) {
            at += file.write(bytes, at);
        }
        return at;
    }

    private static byte[] header(Map<String, String> metadata, List<NamedTensor> tensors, long crc) {
        Json.Builder texts = Json.object();
        metadata.forEach(texts::put);
        texts.put(CHECKSUM, String.format(Locale.ROOT, "%08x", crc));
        Json.Builder header = Json.object().put("__metadata__", texts.build());
        long begin = 0;
        for (NamedTensor tensor : tensors) {
            long end = begin + (long) Float.BYTES * tensor.shape().size();
            header.put(tensor.name(), Json.object().put("dtype", "F32")
                    .put("shape", Json.array(Arrays.stream(tensor.shape().toArray()).mapToObj(Json::of).toList()))
                    .put("data_offsets", Json.array(List.of(Json.of(begin), Json.of(end)))).build());
            begin = end;
        }
        Json.Obj tree = header.build();
        if (tree.members().size() != tensors.size() + 1) {
            throw new IllegalArgumentException("two tensors of a safetensors file have the same name");
        }
        byte[] json = JsonWriter.writeCompact(tree).getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(json, Math.ceilDiv(json.length, ALIGNMENT) * ALIGNMENT);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        return padded;
    }
}
