package dev.headwater.core.json;

import java.io.IOException;

/** A file that could not be read as JSON. The message is one sentence; file and place are apart from it. */
public final class JsonException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final transient Position at;

    /** What is wrong with {@code file}, at a place or at {@link Position#NONE}. */
    public JsonException(String file, Position at, String message) {
        super(message);
        this.file = file;
        this.at = at;
    }

    /** The file's name as it was given. */
    public String file() {
        return file;
    }

    /** Where in the file. */
    public Position at() {
        return at == null ? Position.NONE : at;
    }

    /** Counted from 1; 0 if the whole file is meant. */
    public int line() {
        return at().line();
    }

    /** Counted from 1; 0 if the whole file is meant. */
    public int column() {
        return at().column();
    }
}
