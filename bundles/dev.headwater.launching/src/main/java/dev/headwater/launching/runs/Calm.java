package dev.headwater.launching.runs;

/**
 * A count of damaged frames that does not flicker: while a run is being written, a frame that is only half there looks
 * damaged for a moment. So the lowest count of the last second is told.
 */
final class Calm {
    private static final long WINDOW_NANOS = 1_000_000_000;

    private int count;
    private int lowest = Integer.MAX_VALUE;
    private long since;

    /** Takes a count in and says whether the told one has changed. */
    boolean look(int now, boolean writing, long nanos) {
        int before = count;
        lowest = Math.min(lowest, now);
        if (!writing) {
            count = now;
        } else if (since == 0) {
            since = nanos;
        } else if (nanos - since >= WINDOW_NANOS) {
            count = lowest;
            lowest = now;
            since = nanos;
        }
        return count != before;
    }

    int count() {
        return count;
    }
}
