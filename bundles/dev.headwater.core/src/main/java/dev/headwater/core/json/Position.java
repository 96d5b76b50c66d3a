package dev.headwater.core.json;

/**
 * A place in a text file.
 *
 * @param line counted from 1; 0 if the value never stood in a file
 * @param column counted from 1, in UTF-16 units as editors count
 * @param offset UTF-16 units from the beginning, a byte order mark not counted; -1 if the value never stood in a file
 */
public record Position(int line, int column, int offset) {
    /** The place of what was made in memory. */
    public static final Position NONE = new Position(0, 0, -1);

    /** Whether it points into a file. */
    public boolean known() {
        return line > 0;
    }

    @Override
    public String toString() {
        return known() ? line + ":" + column : "";
    }
}
