package dev.headwater.ui.inspector;

import java.util.Locale;

/** Numbers as {@code inspect} writes them, so that both can be compared at a glance. */
final class Figures {
    /** Stands where nothing was recorded. */
    static final String NOTHING = "-";

    private Figures() {
    }

    /** Three significant digits and a power of ten: {@code 2.05e-05}. */
    static String scientific(double value) {
        return !Double.isFinite(value) || value == 0 ? special(value) : String.format(Locale.ROOT, "%.2e", value);
    }

    /** Three significant digits: {@code 0.497}, {@code 12.3}, {@code 2.05e-05}. */
    static String real(double value) {
        double size = Math.abs(value);
        if (!Double.isFinite(value) || value == 0) {
            return special(value);
        }
        if (size < 1e-3 || size >= 99_999.5) {
            return scientific(value);
        }
        int digits = size < 0.01 ? 5 : size < 0.1 ? 4 : size < 1 ? 3 : size < 9.995 ? 2 : size < 99.95 ? 1 : 0;
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /** A loss: {@code 0.6931}. */
    static String loss(double value) {
        double size = Math.abs(value);
        return size >= 1e-3 && size < 1e4 ? String.format(Locale.ROOT, "%.4f", value) : real(value);
    }

    /** A share of the whole: {@code 50%}; {@code <1%} is not nothing. */
    static String share(double share) {
        if (Double.isNaN(share)) {
            return NOTHING;
        }
        return share > 0 && share < 0.005 ? "<1%" : Math.round(100 * share) + "%";
    }

    /** A whole number with separators: {@code 12,345}. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String special(double value) {
        return value == 0 ? "0" : Double.isNaN(value) ? "NaN" : value > 0 ? "inf" : "-inf";
    }
}
