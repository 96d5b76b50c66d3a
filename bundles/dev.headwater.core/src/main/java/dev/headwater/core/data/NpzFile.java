package dev.headwater.core.data;

import dev.headwater.core.json.Quoted;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The arrays in a file of {@code numpy.savez} or {@code savez_compressed}: a zip file with one entry NAME.npy for each.
 * Nothing that a header claims is believed before it was compared with what the entry can hold.
 */
public final class NpzFile implements Closeable {
    private static final String ENDING = ".npy";
    /** No deflated entry is longer than this many times what it takes in the file. */
    private static final long DEFLATE_LIMIT = 1032;

    private final Path path;
    private final String name;
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();

    /** An array's extents and its elements in row-major order. */
    public record Array(int[] extents, float[] values) {
    }

    private NpzFile(Path path, String name, ZipFile zip) {
        this.path = path;
        this.name = name;
        this.zip = zip;
        zip.stream().filter(entry -> entry.getName().endsWith(ENDING)).forEach(entry -> entries.putIfAbsent(
                entry.getName().substring(0, entry.getName().length() - ENDING.length()), entry));
    }

    /**
     * Opens a file.
     *
     * @param name as messages call it
     * @throws DataException if it cannot be read or is no zip file
     */
    public static NpzFile open(Path path, String name) throws DataException {
        try {
            return new NpzFile(path, name, new ZipFile(path.toFile()));
        } catch (ZipException | IllegalArgumentException e) {
            throw new DataException(path + " is no .npz file that can be read: " + e.getMessage()
                    + "; save it anew with numpy.savez", name, -1, -1, e);
        } catch (IOException e) {
            throw new DataException("cannot read " + path + ": " + e.getMessage(), name, -1, -1, e);
        }
    }

    /** The names of the arrays, in the file's order. */
    public List<String> names() {
        return List.copyOf(entries.keySet());
    }

    /**
     * The extents of an array, from its header alone.
     *
     * @throws DataException if there is none, or it cannot be read
     */
    public int[] extents(String array) throws DataException {
        return open(array, (header, in) -> header.extents());
    }

    /**
     * An array with its elements.
     *
     * @throws DataException if there is none, or it cannot be read
     */
    public Array read(String array) throws DataException {
        return open(array, (header, in) -> new Array(header.extents(), header.values(in)));
    }

    /** As {@link #read}, with all that the header says. */
    NpyArray array(String array) throws DataException {
        return open(array, (header, in) -> new NpyArray(header.type(), header.extents(), header.values(in)));
    }

    /** What is made of an array once its header has been checked. */
    private interface Use<T> {
        T of(NpyHeader header, InputStream in) throws IOException;
    }

    private <T> T open(String array, Use<T> use) throws DataException {
        ZipEntry entry = entries.get(array);
        if (entry == null) {
            throw refused("has no array " + Quoted.text(array) + "; it has " + (entries.isEmpty() ? "none" : Listing.of(
                    names(), 20)), null);
        }
        String what = "its array " + Quoted.text(array) + " ";
        try (InputStream in = new BufferedInputStream(zip.getInputStream(entry), 1 << 16)) {
            NpyHeader header = NpyHeader.read(in);
            if (header.fileBytes() != entry.getSize()
                    || header.fileBytes() / DEFLATE_LIMIT > entry.getCompressedSize() + 1) {
                throw refused(what + "says in its header that it takes " + (long) header.fileBytes()
                        + " bytes, but has "
                        + entry.getSize() + "; the file is damaged, save it anew", null);
            }
            SourceFile.reserve(header.count(), message -> refused(what + message, null));
            return use.of(header, in);
        } catch (IllegalArgumentException e) {
            throw refused(what + e.getMessage(), e);
        } catch (EOFException | ZipException e) {
            throw refused(what + "cannot be unpacked; the file is damaged, save it anew", e);
        } catch (DataException e) {
            throw e;
        } catch (IOException e) {
            throw new DataException("cannot read " + path + ": " + e.getMessage(), name, -1, -1, e);
        }
    }

    private DataException refused(String message, Exception cause) {
        return new DataException(message, name, -1, -1, cause);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
