package dev.headwater.core.data;

import dev.headwater.core.json.Quoted;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/**
 * A data file that a setting names: found, checked and opened, unpacked if it begins as gzip does.
 *
 * @param path where it lies
 * @param name as the user wrote it
 * @param setting the setting that names it, such as {@code data.file}
 */
record SourceFile(Path path, String name, String setting) {
    private static final int BUFFER = 1 << 16;

    /**
     * The file that a setting of {@code data} names.
     *
     * @throws DataException if it does not exist, is a folder or something else that is no file, may not be read, or is
     *             empty
     */
    static SourceFile of(Origin origin, String name, String setting) throws DataException {
        SourceFile file = existing(origin, name, setting, "file");
        if (Files.isDirectory(file.path)) {
            throw file.refused(file.path + " is a folder; " + file.wayOut());
        }
        if (!Files.isRegularFile(file.path)) {
            throw file.refused(file.path + " is not a regular file; copy the data into one");
        }
        if (!Files.isReadable(file.path)) {
            throw file.refused("may not read " + file.path + "; change its permissions");
        }
        if (file.size() == 0) {
            throw file.refused(file.path + " is empty; " + file.wayOut());
        }
        return file;
    }

    /**
     * The folder that a setting of {@code data} names.
     *
     * @throws DataException if it does not exist, or is none
     */
    static SourceFile folder(Origin origin, String name, String setting) throws DataException {
        SourceFile folder = existing(origin, name, setting, "folder");
        if (!Files.isDirectory(folder.path)) {
            throw folder.refused(folder.path + " is not a folder; " + folder.wayOut());
        }
        return folder;
    }

    private static SourceFile existing(Origin origin, String name, String setting, String kind) throws DataException {
        SourceFile file = new SourceFile(origin.resolve(name), name, "data." + setting);
        if (name.isBlank()) {
            throw file.refused("the setting " + file.setting + " names no " + kind + "; " + file.wayOut());
        }
        if (!Files.exists(file.path)) {
            String where = Path.of(name).isAbsolute() ? ""
                    : " (looked for " + file.path + "; the setting " + file.setting
                            + " is relative to the network file)";
            throw file.refused("there is no " + kind + " " + Quoted.text(name) + where + "; " + file.wayOut());
        }
        return file;
    }

    private String wayOut() {
        return "give another one with --set " + setting + "=FILE";
    }

    /** The bytes on disk, packed or not. */
    long size() throws DataException {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** The unpacked contents, buffered, with room to reset to the first {@value #BUFFER} bytes. */
    InputStream open() throws DataException {
        InputStream raw = null;
        try {
            raw = new BufferedInputStream(Files.newInputStream(path), BUFFER);
            return packed(raw) ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw;
        } catch (IOException e) {
            close(raw);
            throw failed(e);
        }
    }

    /** Whether the file begins as gzip does, whatever its name. */
    boolean packed() throws DataException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(path), 2)) {
            return packed(raw);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static boolean packed(InputStream raw) throws IOException {
        raw.mark(2);
        boolean magic = raw.read() == 0x1F && raw.read() == 0x8B;
        raw.reset();
        return magic;
    }

    /** What a failure of the disk or of unpacking means for the user. */
    DataException failed(IOException cause) {
        if (cause instanceof DataException already) {
            return already;
        }
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new DataException("cannot read " + path + ": " + reason + "; if the file is damaged, fetch it again",
                name, -1, -1, cause);
    }

    /** A problem of the whole file. */
    DataException refused(String message) {
        return new DataException(message, name);
    }

    /**
     * Makes sure that this many floats fit into memory, before they are asked for.
     *
     * @throws DataException if there are too many for an array, or for the Java heap
     */
    void reserve(long floats) throws DataException {
        reserve(floats, this::refused);
    }

    /** As {@link #reserve(long)}, refused in words of one's own. */
    static void reserve(long floats, Function<String, DataException> refused) throws DataException {
        long heap = Runtime.getRuntime().maxMemory();
        if (floats > Integer.MAX_VALUE - 8) {
            throw refused.apply("holds " + floats + " numbers, at most " + (Integer.MAX_VALUE - 8)
                    + " can be loaded; use fewer rows or columns");
        }
        if (floats * Float.BYTES > heap / 10 * 8) {
            throw refused.apply("needs " + (floats * Float.BYTES >> 20) + " MB in memory, Java may use " + (heap >> 20)
                    + " MB; use fewer rows or columns, or raise the limit with -Xmx");
        }
    }

    private static void close(InputStream stream) throws DataException {
        try {
            if (stream != null) {
                stream.close();
            }
        } catch (IOException e) {
            throw new DataException("cannot close a file: " + e.getMessage());
        }
    }
}
