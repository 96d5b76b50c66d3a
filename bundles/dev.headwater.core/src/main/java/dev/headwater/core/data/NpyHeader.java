package dev.headwater.core.data;

import dev.headwater.core.json.Quoted;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the beginning of an array of NumPy (format 1.0 to 3.0) says, checked: the byte 0x93, NUMPY, the version, the
 * length of the text, and as text a Python dictionary with descr, fortran_order and shape.
 *
 * @param type of the numbers
 * @param order of their bytes
 * @param fortran whether the first axis runs fastest
 * @param extents of the axes; none for a single number
 * @param bytes how many the header itself took
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">the format</a>
 */
record NpyHeader(NpyType type, ByteOrder order, boolean fortran, int[] extents, int bytes) {
    /** Whole headers are shorter; NumPy itself refuses to read longer ones of strangers. */
    private static final int LONGEST = 1 << 16;
    private static final int CHUNK = 1 << 15;
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern DESCR = Pattern.compile("['\"]descr['\"]\\s*:\\s*(?:['\"]([^'\"]{0,100})['\"]|(\\[))");
    private static final Pattern FORTRAN = Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(([^)]{0,1000})\\)");

    /**
     * Reads a header.
     *
     * @throws IllegalArgumentException with the end of a sentence whose subject is the array
     * @throws IOException if reading fails
     */
    static NpyHeader read(InputStream in) throws IOException {
        byte[] start = in.readNBytes(8);
        if (start.length < 8 || !Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new IllegalArgumentException("is no array of NumPy: it should begin with the byte 0x93 and NUMPY");
        }
        if (start[6] < 1 || start[6] > 3) {
            throw new IllegalArgumentException("has the version " + start[6] + " of NumPy's format, 1 to 3 are read;"
                    + " save it anew with numpy.save");
        }
        int lengthBytes = start[6] == 1 ? 2 : 4;
        byte[] length = in.readNBytes(lengthBytes);
        if (length.length < lengthBytes) {
            throw new EOFException();
        }
        ByteBuffer number = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN);
        long textBytes = lengthBytes == 2 ? number.getShort() & 0xFFFF : number.getInt() & 0xFFFFFFFFL;
        if (textBytes > LONGEST) {
            throw new IllegalArgumentException("has a header of " + textBytes + " bytes, at most " + LONGEST
                    + " are read; it is damaged, or holds a structured type");
        }
        byte[] text = in.readNBytes((int) textBytes);
        if (text.length < textBytes) {
            throw new EOFException();
        }
        return of(new String(text, StandardCharsets.UTF_8), 8 + lengthBytes + text.length);
    }

    private static NpyHeader of(String text, int bytes) {
        Matcher descr = DESCR.matcher(text);
        Matcher fortran = FORTRAN.matcher(text);
        Matcher shape = SHAPE.matcher(text);
        if (!text.startsWith("{") || !descr.find() || !fortran.find() || !shape.find()) {
            throw new IllegalArgumentException("has a header without descr, fortran_order or shape; it is damaged");
        }
        String said = descr.group(1) == null ? "[" : descr.group(1);
        boolean signed = !said.isEmpty() && "<>|=".indexOf(said.charAt(0)) >= 0;
        NpyType type = NpyType.of(signed ? said.substring(1) : said);
        if (type == null) {
            throw new IllegalArgumentException(unreadable(signed ? said.substring(1) : said));
        }
        return new NpyHeader(type, said.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                fortran.group(1).equals("True"), extents(shape.group(1).strip()), bytes);
    }

    private static String unreadable(String type) {
        return switch (type.isEmpty() ? ' ' : type.charAt(0)) {
            case 'O' -> "holds Python objects, which are not read, for reading them runs code; save it as numbers:"
                    + " numpy.save(file, array.astype(numpy.float32))";
            case 'U', 'S', 'a' -> "holds texts; save numbers, such as numpy.unique(array, return_inverse=True)[1]";
            case '[', 'V' -> "has a structured type; save an array of plain numbers";
            default -> "holds numbers of type " + Quoted.text(type) + ", read are booleans, integers, float16, float32"
                    + " and float64; save it as such: array.astype(numpy.float32)";
        };
    }

    private static int[] extents(String shape) {
        if (shape.isEmpty()) {
            return new int[0];
        }
        String[] items = (shape.endsWith(",") ? shape.substring(0, shape.length() - 1) : shape).split(",", -1);
        int[] extents = new int[items.length];
        for (int i = 0; i < items.length; i++) {
            String item = items[i].strip();
            if (!item.matches("\\d{1,10}") || Long.parseLong(item) > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("has the shape (" + shape
                        + ") in its header, which no file can hold;"
                        + " it is damaged");
            }
            extents[i] = Integer.parseInt(item);
        }
        return extents;
    }

    /** The number of elements; more than an {@code int} if the header lies. */
    long count() {
        double product = 1;
        long count = 1;
        for (int extent : extents) {
            product *= extent;
            count *= extent;
        }
        return product > 1e18 ? Long.MAX_VALUE : count;
    }

    /** The bytes of header and elements together. */
    double fileBytes() {
        return bytes + (double) count() * type.bytes();
    }

    /**
     * Reads the elements, which must follow and whose number must have been checked, in row-major order.
     *
     * @throws EOFException if there are fewer
     */
    float[] values(InputStream in) throws IOException {
        int count = Math.toIntExact(count());
        float[] values = new float[count];
        byte[] chunk = new byte[CHUNK];
        int[] index = new int[extents.length];
        int[] strides = strides();
        int at = 0;
        for (int done = 0; done < count;) {
            int wanted = Math.min(CHUNK / type.bytes(), count - done);
            if (in.readNBytes(chunk, 0, wanted * type.bytes()) < wanted * type.bytes()) {
                throw new EOFException();
            }
            ByteBuffer data = ByteBuffer.wrap(chunk).order(order);
            for (int i = 0; i < wanted; i++) {
                values[fortran ? at : done] = (float) type.read(data);
                at = fortran ? next(index, strides, at) : 0;
                done++;
            }
        }
        return values;
    }

    /** How far apart neighbors along each axis lie in row-major order. */
    private int[] strides() {
        int[] strides = new int[extents.length];
        int stride = 1;
        for (int axis = extents.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= extents[axis];
        }
        return strides;
    }

    /** Where the next element of a file goes whose first axis runs fastest. */
    private int next(int[] index, int[] strides, int at) {
        int to = at;
        for (int axis = 0; axis < index.length; axis++) {
            to += strides[axis];
            if (++index[axis] < extents[axis]) {
                return to;
            }
            to -= index[axis] * strides[axis];
            index[axis] = 0;
        }
        return to;
    }
}
