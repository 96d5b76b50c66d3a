package dev.headwater.core.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One array of an IDX file, as MNIST comes: two zero bytes, a type, the number of axes, one big-endian int for each,
 * and the elements row by row, big endian.
 *
 * @param type of the elements
 * @param extents of the axes; the first counts the examples
 * @param values the elements as they stand in the file, not scaled
 */
record IdxArray(Type type, int[] extents, float[] values) {
    /** No gzip stream is longer than this many times its file. */
    private static final long DEFLATE_LIMIT = 1032;
    private static final int CHUNK = 1 << 15;

    /** The kinds of elements, by the third byte of the file. */
    enum Type {
        UNSIGNED_BYTE(0x08, 1), SIGNED_BYTE(0x09, 1), SHORT(0x0B, 2), INT(0x0C, 4), FLOAT(0x0D, 4), DOUBLE(0x0E, 8);

        private final int code;
        private final int bytes;

        Type(int code, int bytes) {
            this.code = code;
            this.bytes = bytes;
        }

        private float read(ByteBuffer data) {
            return switch (this) {
                case UNSIGNED_BYTE -> data.get() & 0xFF;
                case SIGNED_BYTE -> data.get();
                case SHORT -> data.getShort();
                case INT -> data.getInt();
                case FLOAT -> data.getFloat();
                case DOUBLE -> (float) data.getDouble();
            };
        }
    }

    /**
     * The array in a file.
     *
     * @throws DataException if it is no IDX file, damaged, not of the length its header says, or too large for memory
     */
    static IdxArray read(SourceFile file) throws DataException {
        try (InputStream in = file.open()) {
            return read(file, in);
        } catch (EOFException e) {
            throw file.refused("ends too early; the file is incomplete, fetch it again");
        } catch (IOException e) {
            throw file.failed(e);
        }
    }

    private static IdxArray read(SourceFile file, InputStream in) throws IOException {
        byte[] magic = in.readNBytes(4);
        Type type = magic.length < 4 || magic[0] != 0 || magic[1] != 0 ? null : type(magic[2]);
        if (type == null || magic[3] < 1 || magic[3] > 8) {
            throw file.refused("is not an IDX file: it should begin with two zero bytes, a type (8, 9, 11 to 14) and"
                    + " the number of axes (1 to 8), gzip or not; check which file " + file.setting() + " names");
        }
        int[] extents = new int[magic[3]];
        byte[] header = in.readNBytes(extents.length * Integer.BYTES);
        if (header.length < extents.length * Integer.BYTES) {
            throw new EOFException();
        }
        ByteBuffer.wrap(header).asIntBuffer().get(extents);
        int count = count(file, extents, type);
        float[] values = new float[count];
        byte[] chunk = new byte[CHUNK];
        for (int filled = 0; filled < count;) {
            int wanted = Math.min(CHUNK / type.bytes, count - filled);
            if (in.readNBytes(chunk, 0, wanted * type.bytes) < wanted * type.bytes) {
                throw new EOFException();
            }
            ByteBuffer data = ByteBuffer.wrap(chunk);
            for (int i = 0; i < wanted; i++) {
                values[filled++] = type.read(data);
            }
        }
        if (in.read() >= 0) {
            throw file.refused("has more bytes than its header " + Arrays.toString(extents)
                    + " says; the file is damaged, fetch it again");
        }
        return new IdxArray(type, extents, values);
    }

    private static Type type(byte code) {
        return Arrays.stream(Type.values()).filter(type -> type.code == code).findFirst().orElse(null);
    }

    /** The number of elements, once it is sure that the file can hold them and the memory too. */
    private static int count(SourceFile file, int[] extents, Type type) throws DataException {
        long count = 1;
        long bytes;
        try {
            for (int extent : extents) {
                if (extent < 1) {
                    throw file.refused("has the extents " + Arrays.toString(extents) + " in its header, each must be at"
                            + " least 1; the file is damaged, fetch it again");
                }
                count = Math.multiplyExact(count, extent);
            }
            bytes = Math.multiplyExact(count, type.bytes);
        } catch (ArithmeticException e) {
            throw file.refused("says in its header that it holds " + Arrays.toString(extents)
                    + " elements, which no file can; it is damaged, fetch it again");
        }
        long header = 4 + 4L * extents.length;
        long size = file.size();
        if (file.packed() ? bytes / DEFLATE_LIMIT > size : header + bytes > size) {
            throw file.refused("says in its header that it holds " + Arrays.toString(extents) + " elements ("
                    + bytes + " bytes), but the file has " + size + " bytes; it is incomplete, fetch it again");
        }
        file.reserve(count);
        return (int) count;
    }
}
