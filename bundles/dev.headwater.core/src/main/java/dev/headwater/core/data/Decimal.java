package dev.headwater.core.data;

import java.util.Locale;

/** Numbers in tables: digits with a decimal point and an exponent, whatever the locale. */
final class Decimal {
    private Decimal() {
    }

    /** Whether the text is a decimal number: sign, digits, point, digits, exponent. */
    static boolean isNumber(String text) {
        int i = sign(text, 0);
        int whole = digits(text, i);
        int end = whole;
        if (end < text.length() && text.charAt(end) == '.') {
            end = digits(text, end + 1);
        }
        if (end - i == 0 || end - i == 1 && text.charAt(i) == '.') {
            return false;
        }
        if (end < text.length() && (text.charAt(end) | 0x20) == 'e') {
            int exponent = sign(text, end + 1);
            end = digits(text, exponent);
            if (end == exponent) {
                return false;
            }
        }
        return end == text.length();
    }

    /** Whether the text says that there is no value; a NaN is none either. */
    static boolean isMissing(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "", "na", "n/a", "nan", "null", "none", "?", "-" -> true;
            default -> false;
        };
    }

    private static int sign(String text, int i) {
        return i < text.length() && (text.charAt(i) == '-' || text.charAt(i) == '+') ? i + 1 : i;
    }

    private static int digits(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }

    /**
     * The number as a 32-bit float.
     *
     * @throws IllegalArgumentException if it is none or does not fit; the message says what it is instead and what to
     *             do
     */
    static float read(String text) {
        if (isNumber(text)) {
            float value = Float.parseFloat(text);
            if (Float.isFinite(value)) {
                return value;
            }
            throw new IllegalArgumentException("a number too large for 32 bits; scale the column");
        }
        switch (text.toLowerCase(Locale.ROOT)) {
            case "", "na", "n/a", "null", "none", "?", "-" ->
                throw new IllegalArgumentException("no value; fill it in or remove the line");
            case "nan", "inf", "+inf", "-inf", "infinity", "+infinity", "-infinity" ->
                throw new IllegalArgumentException("not a finite number; replace it or remove the line");
            default -> {
                if (text.indexOf(',') >= 0 && isNumber(text.replace(',', '.'))) {
                    throw new IllegalArgumentException(
                            "a number with a decimal comma; write it with a decimal point");
                }
                throw new IllegalArgumentException("not a number; replace it by one");
            }
        }
    }
}
