package dev.headwater.core.json;

import java.util.Iterator;
import java.util.Map;

/**
 * Writes JSON: on one line for machines, or for people and diffs, where what fits on a line and nests at most two deep
 * stands on one line. So a network has one node a line.
 */
public final class JsonWriter {
    private static final int WIDTH = 120;
    private static final int DEPTH_OF_A_LINE = 2;

    private final StringBuilder out = new StringBuilder();
    private final boolean spaced;

    private JsonWriter(boolean spaced) {
        this.spaced = spaced;
    }

    /** The value over several lines, two spaces an indent, with a line feed at the end. */
    public static String write(Json value) {
        JsonWriter writer = new JsonWriter(true);
        writer.block(value, 0, 0, true);
        return writer.out.append('\n').toString();
    }

    /** The value on one line without any space. */
    public static String writeCompact(Json value) {
        JsonWriter writer = new JsonWriter(false);
        writer.line(value);
        return writer.out.toString();
    }

    /** Writes at an indent; {@code after} characters will follow on the last line. */
    private void block(Json value, int indent, int after, boolean root) {
        int start = out.length();
        if (!(root && value instanceof Json.Obj) && fits(value, DEPTH_OF_A_LINE)) {
            int room = WIDTH - after - (start - (out.lastIndexOf("\n") + 1));
            if (line(value, start + room)) {
                return;
            }
            out.setLength(start);
        }
        switch (value) {
            case Json.Obj object when !object.isEmpty() -> {
                out.append('{');
                for (Iterator<Map.Entry<String, Json>> i = object.members().entrySet().iterator(); i.hasNext();) {
                    Map.Entry<String, Json> member = i.next();
                    newLine(indent + 2);
                    text(member.getKey());
                    out.append(": ");
                    block(member.getValue(), indent + 2, 1, false);
                    out.append(i.hasNext() ? "," : "");
                }
                newLine(indent);
                out.append('}');
            }
            case Json.Arr list when !list.items().isEmpty() -> {
                out.append('[');
                for (Iterator<Json> i = list.items().iterator(); i.hasNext();) {
                    newLine(indent + 2);
                    block(i.next(), indent + 2, 1, false);
                    out.append(i.hasNext() ? "," : "");
                }
                newLine(indent);
                out.append(']');
            }
            default -> line(value);
        }
    }

    private void newLine(int indent) {
        out.append('\n').repeat(' ', indent);
    }

    private static boolean fits(Json value, int depth) {
        return switch (value) {
            case Json.Obj object -> object.isEmpty()
                    || depth > 0 && object.members().values().stream().allMatch(member -> fits(member, depth - 1));
            case Json.Arr list -> list.items().isEmpty()
                    || depth > 0 && list.items().stream().allMatch(item -> fits(item, depth - 1));
            default -> true;
        };
    }

    private void line(Json value) {
        line(value, Integer.MAX_VALUE);
    }

    /** Appends the value on this line; gives up and returns false once the output is longer than {@code limit}. */
    private boolean line(Json value, int limit) {
        switch (value) {
            case Json.Obj object -> {
                out.append('{');
                String separator = "";
                for (Map.Entry<String, Json> member : object.members().entrySet()) {
                    out.append(separator);
                    text(member.getKey());
                    out.append(spaced ? ": " : ":");
                    if (!line(member.getValue(), limit)) {
                        return false;
                    }
                    separator = spaced ? ", " : ",";
                }
                out.append('}');
            }
            case Json.Arr list -> {
                out.append('[');
                String separator = "";
                for (Json item : list.items()) {
                    out.append(separator);
                    if (!line(item, limit)) {
                        return false;
                    }
                    separator = spaced ? ", " : ",";
                }
                out.append(']');
            }
            case Json.Str string -> text(string.value());
            case Json.Num number -> out.append(number.text());
            case Json.Bool truth -> out.append(truth.value());
            case Json.Null nothing -> out.append("null");
        }
        return out.length() <= limit;
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || isLoneSurrogate(text, i)) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** UTF-8 has no bytes for half a pair: unescaped it would be read back as something else. */
    private static boolean isLoneSurrogate(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
