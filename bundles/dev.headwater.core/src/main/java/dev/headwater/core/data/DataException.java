package dev.headwater.core.data;

import java.io.IOException;

/** Data that cannot be used: one sentence with the way out, and the place in the file where there is one. */
public final class DataException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final int column;

    /** A problem of no file, such as a split that leaves no rows. */
    public DataException(String message) {
        this(message, null, -1, -1, null);
    }

    /** A problem of a whole file. */
    public DataException(String message, String file) {
        this(message, file, -1, -1, null);
    }

    /**
     * A problem at a place.
     *
     * @param message one sentence without the place, with the way out
     * @param file as the user wrote it, or {@code null}
     * @param line from 1, or -1
     * @param column the column of a table from 1, or -1
     * @param cause or {@code null}
     */
    public DataException(String message, String file, long line, int column, Throwable cause) {
        super(message, cause);
        this.file = file;
        this.line = (int) Math.min(line, Integer.MAX_VALUE);
        this.column = column;
    }

    /** The file as the user wrote it, or {@code null} if the problem is not one of a file. */
    public String file() {
        return file;
    }

    /** The line from 1, or -1. */
    public int line() {
        return line;
    }

    /** The column of the table from 1, or -1. */
    public int column() {
        return column;
    }

    /** The place, where there is one, and the sentence: {@code circle.csv:17: column 'x1' holds …}. */
    @Override
    public String toString() {
        if (file == null) {
            return getMessage();
        }
        return file + (line < 0 ? ": " : ":" + line + ": ") + getMessage();
    }
}
