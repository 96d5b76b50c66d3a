package dev.headwater.ui.inspector;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;

/** Writes whole exponents as powers of ten, {@code 1e-3}, and nothing for what lies between them. */
final class PowersOfTen extends NumberFormat {
    private static final long serialVersionUID = 1L;
    private static final double NEAR = 1e-6;

    @Override
    public StringBuffer format(double number, StringBuffer text, FieldPosition position) {
        long whole = Math.round(number);
        return Math.abs(number - whole) < NEAR ? text.append("1e").append(whole) : text.append(' ');
    }

    @Override
    public StringBuffer format(long number, StringBuffer text, FieldPosition position) {
        return text.append("1e").append(number);
    }

    @Override
    public Number parse(String source, ParsePosition position) {
        // Says that there is nothing to be read, as the contract of formats wants it.
        position.setErrorIndex(position.getIndex());
        return null;
    }
}
