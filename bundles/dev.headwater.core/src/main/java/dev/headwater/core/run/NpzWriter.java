package dev.headwater.core.run;

import dev.headwater.core.tensor.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes files as {@code numpy.savez} does: a zip file, not packed, with one entry NAME.npy of 32-bit floats for each
 * tensor. A name may have slashes; {@code numpy.load(file)["dense1/weight"]} finds it. Equal tensors give equal bytes.
 */
public final class NpzWriter {
    private static final int TILE = 1 << 16;
    private static final int ALIGNMENT = 64;
    /** Magic, version 1.0, and two bytes for the length of what follows. */
    private static final int PREFIX = 10;
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private NpzWriter() {
    }

    /**
     * Writes a whole file from the channel's position on.
     *
     * @throws IOException if the channel fails, or two tensors have one name
     */
    public static void write(FileChannel file, List<NamedTensor> tensors) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(file), StandardCharsets.UTF_8);
        byte[] tile = new byte[TILE * Float.BYTES];
        for (NamedTensor tensor : tensors) {
            byte[] header = header(tensor.shape());
            CRC32 crc = new CRC32();
            crc.update(header);
            values(tensor, tile, (bytes, count) -> crc.update(bytes, 0, count));
            ZipEntry entry = new ZipEntry(tensor.name() + ".npy");
            entry.setTimeLocal(NO_TIME);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(header.length + (long) tensor.shape().size() * Float.BYTES);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(header);
            values(tensor, tile, (bytes, count) -> zip.write(bytes, 0, count));
            zip.closeEntry();
        }
        zip.finish();
    }

    /** Takes some bytes, as {@link OutputStream#write(byte[], int, int)} does. */
    private interface Sink {
        void take(byte[] bytes, int count) throws IOException;
    }

    private static void values(NamedTensor tensor, byte[] tile, Sink sink) throws IOException {
        int all = tensor.shape().size();
        for (int done = 0; done < all; done += TILE) {
            int count = Math.min(TILE, all - done);
            ByteBuffer.wrap(tile).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(0, tensor.values(), done, count);
            sink.take(tile, count * Float.BYTES);
        }
    }

    private static byte[] header(Shape shape) {
        StringBuilder text = new StringBuilder("{'descr': '<f4', 'fortran_order': False, 'shape': (");
        for (int axis = 0; axis < shape.rank(); axis++) {
            text.append(axis == 0 ? "" : " ").append(shape.extent(axis)).append(axis == 0 || axis < shape.rank() - 1
                    ? ","
                    : "");
        }
        text.append("), }");
        int length = Math.ceilDiv(PREFIX + text.length() + 1, ALIGNMENT) * ALIGNMENT - PREFIX;
        text.repeat(' ', length - 1 - text.length()).append('\n');
        byte[] header = new byte[PREFIX + length];
        ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).put((byte) 0x93).put("NUMPY".getBytes(
                StandardCharsets.US_ASCII)).put((byte) 1).put((byte) 0).putShort((short) length).put(text.toString()
                        .getBytes(StandardCharsets.US_ASCII));
        return header;
    }
}
