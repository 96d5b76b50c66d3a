package dev.headwater.core.layer;

/**
 * How an example falls into segments that are normalized one by one. A segment is {@code rows} runs of {@code width}
 * values, {@code step} apart.
 *
 * @param count how many there are
 * @param rows runs of values in one
 * @param width values in a run
 * @param step from one run to the next
 * @param between from the start of one segment to that of the next
 * @param ahead from a segment's first scale to that of the next; 0 where all use the same
 */
record Segments(int count, int rows, int width, int step, int between, int ahead) {
    /** How many runs of a segment count where {@code counted} values of the example do, from its first on. */
    int rows(int counted) {
        return rows == 1 ? 1 : counted / step;
    }

    /** How many values of a run of the s-th segment count. */
    int width(int s, int counted) {
        return rows == 1 ? Math.clamp(counted - (long) s * between, 0, width) : width;
    }

    /** Where the r-th run of the s-th segment begins. */
    int from(int s, int r) {
        return s * between + r * step;
    }

    /** Stretches of values, each with all the scales. */
    static Segments stretches(int size, int width) {
        return new Segments(size / width, 1, width, width, width, 0);
    }

    /** Groups of channels over all positions, each with its channels' scales. */
    static Segments groups(int size, int channels, int groups) {
        int width = channels / groups;
        return new Segments(groups, size / channels, width, channels, width, width);
    }
}
