package dev.headwater.core.json;

/** Text from a file made fit for a message: short, on one line, without control characters. */
public final class Quoted {
    private static final int LONGEST = 60;

    private Quoted() {
    }

    /** The text in single quotes, cut after {@value #LONGEST} characters. */
    public static String text(String text) {
        return "'" + plain(text) + "'";
    }

    /** The value as JSON, a text in single quotes, cut after {@value #LONGEST} characters. */
    public static String value(Json value) {
        return switch (value) {
            case Json.Str text -> text(text.value());
            case Json.Obj object when object.members().size() > 4 -> "an object";
            case Json.Arr array when array.items().size() > 20 -> "a list of " + array.items().size();
            default -> plain(JsonWriter.writeCompact(value));
        };
    }

    /** The text without quotes, cut after {@value #LONGEST} characters. */
    public static String plain(String text) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (i == LONGEST) {
                return safe.append('…').toString();
            }
            char c = text.charAt(i);
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || c == '\u2028'
                    || c == '\u2029') {
                safe.append(String.format("\\u%04x", (int) c));
            } else {
                safe.append(c);
            }
        }
        return safe.toString();
    }
}
