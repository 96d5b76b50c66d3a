package dev.headwater.launching.process;

import java.util.Locale;

/** Numbers as the trainer prints them, so that console and labels agree. */
final class Figures {
    private Figures() {
    }

    /** A loss: {@code 0.6931}. */
    static String loss(double value) {
        double size = Math.abs(value);
        boolean plain = value == 0 || size >= 1e-3 && size < 1e4 || !Double.isFinite(value);
        return Double.isNaN(value) ? "NaN" : format(plain ? "%.4f" : "%.2e", value);
    }

    /** A share: {@code 50.3 %}. */
    static String percent(double share) {
        return format("%.1f %%", 100 * share);
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, Double.valueOf(value));
    }
}
