package dev.headwater.core.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * An array of NumPy in memory.
 *
 * @param type of its numbers in the file
 * @param extents of the axes; the first counts the examples
 * @param values in row-major order, rounded to 32 bits
 */
record NpyArray(NpyType type, int[] extents, float[] values) {
    /** No gzip stream is longer than this many times its file. */
    private static final long DEFLATE_LIMIT = 1032;

    /**
     * The array in a file of {@code numpy.save}, packed by gzip or not.
     *
     * @throws DataException if it is no such file, damaged, not of the length its header says, or too large for memory
     */
    static NpyArray read(SourceFile file) throws DataException {
        try (InputStream in = file.open()) {
            NpyHeader header = NpyHeader.read(in);
            long size = file.size();
            if (file.packed() ? header.fileBytes() / DEFLATE_LIMIT > size : header.fileBytes() > size) {
                throw file.refused("says in its header that it holds " + Arrays.toString(header.extents())
                        + " elements (" + (long) header.fileBytes() + " bytes), but the file has " + size
                        + " bytes; it is incomplete, fetch it again");
            }
            file.reserve(header.count());
            NpyArray array = new NpyArray(header.type(), header.extents(), header.values(in));
            if (in.read() >= 0) {
                throw file.refused("has more bytes than its header " + Arrays.toString(header.extents())
                        + " says; the file is damaged, fetch it again");
            }
            return array;
        } catch (IllegalArgumentException e) {
            throw file.refused(e.getMessage() + "; check which file " + file.setting() + " names");
        } catch (EOFException e) {
            throw file.refused("ends too early; the file is incomplete, fetch it again");
        } catch (IOException e) {
            throw file.failed(e);
        }
    }
}
