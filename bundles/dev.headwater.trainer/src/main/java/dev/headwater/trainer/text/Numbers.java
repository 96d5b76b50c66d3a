package dev.headwater.trainer.text;

import java.util.Locale;

/** Numbers for people: few digits, with their unit. What scripts read is printed in full elsewhere. */
public final class Numbers {
    private static final String[] BYTES = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    private Numbers() {
    }

    /** Three significant digits: {@code 0.497}, {@code 12.3}, {@code 2.05e-05}. */
    public static String real(double value) {
        double size = Math.abs(value);
        if (!Double.isFinite(value) || value == 0) {
            return special(value);
        }
        if (size < 1e-3 || size >= 99_999.5) {
            return scientific(value);
        }
        int digits = size < 0.01 ? 5 : size < 0.1 ? 4 : size < 1 ? 3 : size < 9.995 ? 2 : size < 99.95 ? 1 : 0;
        return format("%." + digits + "f", value);
    }

    /** Three significant digits and a power of ten: {@code 2.05e-05}. */
    public static String scientific(double value) {
        return !Double.isFinite(value) || value == 0 ? special(value) : format("%.2e", value);
    }

    private static String special(double value) {
        return value == 0 ? "0" : Double.isNaN(value) ? "NaN" : value > 0 ? "inf" : "-inf";
    }

    /** A loss: {@code 0.6931}. */
    public static String loss(double value) {
        return Double.isFinite(value) && Math.abs(value) >= 1e-3 && Math.abs(value) < 1e4 ? format("%.4f", value)
                : real(value);
    }

    /** A share of the whole: {@code 49.7 %}. */
    public static String percent(double share) {
        return Double.isFinite(share) ? format("%.1f %%", 100 * share) : "-";
    }

    /** A whole number with separators: {@code 12,345}. */
    public static String count(long value) {
        return format("%,d", value);
    }

    /** Bytes in the unit that suits them: {@code 24.1 KiB}. */
    public static String bytes(long bytes) {
        if (bytes < 1024) {
            return bytes + " bytes";
        }
        double size = bytes;
        int unit = -1;
        while (size >= 1024 && unit < BYTES.length - 1) {
            size /= 1024;
            unit++;
        }
        return format("%.1f ", size) + BYTES[unit];
    }

    /** Seconds as a clock shows them: {@code 0:07}, {@code 1:02:03}. */
    public static String clock(double seconds) {
        long s = Math.round(Math.max(0, seconds));
        return s < 3600 ? format("%d:%02d", s / 60, s % 60) : format("%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
    }

    /** {@code 1 step}, {@code 2 steps}, {@code 1,000 steps}. */
    public static String plural(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    private static String format(String pattern, Object value) {
        return String.format(Locale.ROOT, pattern, value);
    }

    private static String format(String pattern, long a, long b) {
        return String.format(Locale.ROOT, pattern, a, b);
    }

    private static String format(String pattern, long a, long b, long c) {
        return String.format(Locale.ROOT, pattern, a, b, c);
    }
}
