package dev.headwater.ui.inspector;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;

/** Writes powers of ten as {@code 1e-3} and nothing else: the marks between them on an axis speak for themselves. */
final class PowersOfTen extends NumberFormat {
    private static final long serialVersionUID = 1L;
    private static final double NEAR = 1e-6;

    @Override
    public StringBuffer format(double number, StringBuffer text, FieldPosition position) {
        double exponent = Math.log10(number);
        long whole = Math.round(exponent);
        // A blank, for a chart puts dots where it gets no text at all.
        return Math.abs(exponent - whole) < NEAR ? text.append("1e").append(whole) : text.append(' ');
    }

    @Override
    public StringBuffer format(long number, StringBuffer text, FieldPosition position) {
        return format((double) number, text, position);
    }

    @Override
    public Number parse(String source, ParsePosition position) {
        // Says that there is nothing to be read, as the contract of formats wants it.
        position.setErrorIndex(position.getIndex());
        return null;
    }
}
