package dev.headwater.trainer.text;

/**
 * Horizontal bars on one common logarithmic scale, so that what lies powers of ten apart can be compared by eye.
 *
 * @param low the power of ten at which a bar is empty
 * @param high the power of ten at which it is full
 * @param width in characters
 * @param unicode whether eighths of a character can be shown
 */
public record Bar(int low, int high, int width, boolean unicode) {
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";
    /** A scale shows at least so many powers of ten: a healthy network must not look uneven. */
    private static final int LEAST_DECADES = 4;

    /** The scale on which all these values find room; what is not above 0 or not finite does not count. */
    public static Bar over(double[] values, int width, boolean unicode) {
        double min = Double.POSITIVE_INFINITY;
        double max = 0;
        for (double value : values) {
            if (value > 0 && Double.isFinite(value)) {
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
        if (max == 0) {
            return new Bar(-LEAST_DECADES, 0, width, unicode);
        }
        int high = (int) Math.ceil(Math.log10(max));
        // Half a decade of room, so that the smallest bar can be seen.
        int low = (int) Math.floor(Math.log10(min) - 0.5);
        return new Bar(Math.min(low, high - LEAST_DECADES), high, width, unicode);
    }

    /** The bar of a value, always {@link #width} characters. */
    public String of(double value) {
        if (!Double.isFinite(value)) {
            return "!".repeat(width);
        }
        double share = value <= 0 ? 0 : (Math.log10(value) - low) / (high - low);
        return linear(share, width, unicode);
    }

    /** A bar of which a share from 0 to 1 is filled. */
    public static String linear(double share, int width, boolean unicode) {
        int eighths = (int) Math.round(Math.clamp(share, 0.0, 1.0) * width * 8);
        if (!unicode) {
            int full = (eighths + 4) / 8;
            return "#".repeat(full) + ".".repeat(width - full);
        }
        int full = eighths / 8;
        return "█".repeat(full) + (full == width ? "" : EIGHTHS.charAt(eighths % 8) + " ".repeat(width - full - 1));
    }

    /** What the bars mean, in one line. */
    public String legend() {
        return "bars: logarithmic, empty at 1e" + low + ", full at 1e" + high;
    }
}
