package dev.headwater.core.data;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.function.Executable;

/** Data files as users have them, written into a folder of the test. */
final class DataFiles {
    private DataFiles() {
    }

    static Origin write(Path folder, String name, String text) {
        return write(folder, name, text.getBytes(StandardCharsets.UTF_8));
    }

    static Origin write(Path folder, String name, byte[] bytes) {
        try {
            Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Origin(folder, 1);
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** An IDX file; the elements are 0, 1, 2, … modulo 251, as bytes. */
    static byte[] idx(int type, int elementBytes, int... extents) {
        int count = 1;
        for (int extent : extents) {
            count *= extent;
        }
        ByteBuffer file = ByteBuffer.allocate(4 + 4 * extents.length + count * elementBytes);
        file.put((byte) 0).put((byte) 0).put((byte) type).put((byte) extents.length);
        for (int extent : extents) {
            file.putInt(extent);
        }
        for (int i = 0; i < count; i++) {
            switch (elementBytes) {
                case 1 -> file.put((byte) (i % 251));
                case 4 -> file.putFloat(i % 251);
                default -> throw new IllegalArgumentException();
            }
        }
        return file.array();
    }

    static byte[] labels(int... labels) {
        ByteBuffer file = ByteBuffer.allocate(8 + labels.length);
        file.putInt(0x0801).putInt(labels.length);
        for (int label : labels) {
            file.put((byte) label);
        }
        return file.array();
    }

    /** Runs what must fail, checks that its message says all of this, and returns the failure. */
    static DataException refused(Executable load, String... parts) {
        DataException e = assertThrows(DataException.class, load);
        for (String part : parts) {
            assertTrue(e.getMessage().contains(part), "'" + part + "' is missing in: " + e.getMessage());
        }
        assertFalse(e.getMessage().contains("\n"), e.getMessage());
        return e;
    }
}
