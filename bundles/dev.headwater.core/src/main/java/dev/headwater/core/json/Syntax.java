package dev.headwater.core.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.Locale;

/** Says in one sentence why a text is not JSON, from the parser's complaint and the text around it. */
final class Syntax {
    private Syntax() {
    }

    /** The parser's location as a position. */
    static Position position(JsonLocation location) {
        return new Position(location.getLineNr(), location.getColumnNr(), (int) location.getCharOffset());
    }

    /** The position of an offset, with lines as the parser counts them. */
    static Position position(char[] text, int offset) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < offset; i++) {
            boolean carriage = text[i] == '\r' && (i + 1 == text.length || text[i + 1] != '\n');
            if (text[i] == '\n' || carriage) {
                line++;
                start = i + 1;
            }
        }
        return new Position(line, offset - start + 1, offset);
    }

    static JsonException explain(String file, char[] text, JsonProcessingException e) {
        int offset = (int) Math.min(Math.max(0, e.getLocation().getCharOffset()), text.length);
        String complaint = e.getOriginalMessage();
        if (e instanceof JsonEOFException) {
            return at(file, text, text.length, "the file ends in the middle of a value: it seems to be cut off");
        }
        if (complaint.startsWith("Unrecognized token") || complaint.startsWith("Non-standard token")) {
            int start = wordStart(text, offset);
            return at(file, text, start, unknownWord(new String(text, start, offset - start)));
        }
        if (complaint.contains("in numeric value") || complaint.startsWith("Invalid numeric value")) {
            int start = wordStart(text, offset);
            int end = offset;
            while (end < text.length && isWord(text[end])) {
                end++;
            }
            return at(file, text, start, Quoted.text(new String(text, start, end - start)) + " is not a JSON number");
        }
        if (offset == text.length) {
            return at(file, text, offset, "the file ends in the middle of a value: it seems to be cut off");
        }
        return at(file, text, offset, unexpected(text, offset, complaint));
    }

    private static String unexpected(char[] text, int offset, String complaint) {
        char found = text[offset];
        String here = found < ' ' ? "a control character" : Quoted.text(String.valueOf(found));
        if (complaint.startsWith("Illegal unquoted character")) {
            return found == '\n' || found == '\r' ? "a text ends with its line here; close it with a double quote"
                    : "a control character stands unescaped in a text";
        }
        if (complaint.startsWith("Unrecognized character escape") || complaint.contains("escape sequence")) {
            return "after a backslash only \" \\ / b f n r t or uXXXX may follow, found " + here;
        }
        if (found == '/' || found == '#') {
            return "JSON has no comments; remove it";
        }
        if (found == '\'') {
            return "texts and names need double quotes";
        }
        if ((found == '}' || found == ']') && before(text, offset) == ',') {
            return "a comma stands before " + here + "; remove it";
        }
        if (complaint.contains("was expecting comma")) {
            return "a comma is missing before " + here;
        }
        if (complaint.contains("was expecting a colon")) {
            return "a colon is missing before " + here;
        }
        if (complaint.contains("to start field name")) {
            return "a name in double quotes is needed here, found " + here;
        }
        if (complaint.startsWith("Unexpected close marker")) {
            return found == ']' ? "']' closes nothing that is open here" : "'}' closes nothing that is open here";
        }
        return "a value is needed here, found " + here;
    }

    private static String unknownWord(String word) {
        return switch (word) {
            case "NaN", "Infinity", "-Infinity" -> "write \"" + word + "\" in quotes";
            case "True", "False", "TRUE", "FALSE" -> "write " + word.toLowerCase(Locale.ROOT) + " in lower case";
            case "None", "NULL", "Null" -> "write null in lower case";
            default -> "the word " + Quoted.text(word) + " is not JSON; a text needs double quotes";
        };
    }

    private static char before(char[] text, int offset) {
        int i = offset - 1;
        while (i >= 0 && text[i] <= ' ') {
            i--;
        }
        return i < 0 ? 0 : text[i];
    }

    private static int wordStart(char[] text, int offset) {
        int start = offset;
        while (start > 0 && isWord(text[start - 1])) {
            start--;
        }
        return start;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '+' || c == '-' || c == '$';
    }

    private static JsonException at(String file, char[] text, int offset, String message) {
        return new JsonException(file, position(text, offset), message);
    }
}
