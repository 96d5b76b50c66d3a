package dev.headwater.editor.problems;

import java.util.Arrays;

/** The lines of a text as JSON positions count them, and how far the value at a place reaches. */
final class Lines {
    private final String text;
    private final int[] starts;

    Lines(String text) {
        this.text = text;
        int[] found = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, 2 * count);
                }
                found[count++] = i + 1;
            }
        }
        starts = Arrays.copyOf(found, count);
    }

    /** How many lines there are; at least one. */
    int count() {
        return starts.length;
    }

    /**
     * The offset of a place counted from 1, inside the text in any case. Behind the last character of a line nothing
     * could be underlined: it is that character then.
     */
    int offset(int line, int column) {
        int index = Math.clamp(line, 1, starts.length) - 1;
        int end = endOfLine(index);
        int offset = Math.min(starts[index] + Math.max(0, column - 1), end);
        while (offset > starts[index] && (offset == end || Character.isWhitespace(text.charAt(offset)))) {
            offset--;
        }
        return offset;
    }

    private int endOfLine(int index) {
        int end = index + 1 < starts.length ? starts[index + 1] : text.length();
        while (end > starts[index] && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }

    /**
     * Where what begins at an offset ends: a text with its quotes, a number or word, of an object or list its first
     * member, for a line underlined from end to end shows nothing. At least one character where there is one.
     */
    int endOfValue(int start) {
        int end = start;
        if (start < text.length()) {
            char first = text.charAt(start);
            end = first == '"' ? endOfString(start)
                    : first == '{' || first == '[' ? endOfFirstMember(start) : endOfWord(start);
        }
        return Math.max(end, Math.min(start + 1, text.length()));
    }

    private int endOfString(int start) {
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                return i;
            }
            if (c == '"') {
                return i + 1;
            }
            if (c == '\\') {
                i++;
            }
        }
        return text.length();
    }

    private int endOfFirstMember(int start) {
        int i = start + 1;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == ',' || c == '\n' || c == '\r') {
                return i;
            }
            if (c == '}' || c == ']') {
                return i + 1;
            }
            i = c == '"' ? endOfString(i) : i + 1;
        }
        return text.length();
    }

    private int endOfWord(int start) {
        int i = start;
        while (i < text.length() && ",:{}[]\"".indexOf(text.charAt(i)) < 0 //$NON-NLS-1$
                && !Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
