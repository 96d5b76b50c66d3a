package dev.headwater.core.data;

/**
 * The sequences of the adding and the multiplication problem (Hochreiter and Schmidhuber 1997, §5.4 and §5.5): pairs of
 * a value and a mark, −1 at the first and the last pair, 1 at two pairs, 0 at all others.
 *
 * <p>
 * A sequence has T to T + T/10 steps. The one mark is at one of its first ten pairs, the other at another one of its
 * first T/2 − 1. Where a mark falls on the first pair, that keeps its −1, and a neutral value stands for its own.
 */
final class MarkedPairs {
    /** Shorter ones would have no room for two marks. */
    static final int SHORTEST = 24;

    /** Says what is to come out of the two marked values. */
    @FunctionalInterface
    interface Result {
        double of(double one, double other);
    }

    private final int length;
    private final double lowest;
    private final double neutral;
    private final Result result;

    /**
     * The rule of a problem.
     *
     * @param length T
     * @param lowest values are uniform in [lowest, 1)
     * @param neutral the value of a first pair that is marked
     */
    MarkedPairs(int length, double lowest, double neutral, Result result) {
        this.length = length;
        this.lowest = lowest;
        this.neutral = neutral;
        this.result = result;
    }

    /** The steps of the longest sequence. */
    static int longest(int length) {
        return length + length / 10;
    }

    void draw(Sequences into, int row) {
        int steps = length + into.below(length / 10 + 1);
        int one = into.below(10);
        int other = into.below(length / 2 - 2);
        other += other >= one ? 1 : 0;
        double first = neutral;
        double second = neutral;
        for (int t = 0; t < steps; t++) {
            double value = (float) into.uniform(lowest, 1);
            into.input(row, t, 0, value);
            boolean end = t == 0 || t == steps - 1;
            into.input(row, t, 1, end ? -1 : t == one || t == other ? 1 : 0);
            first = t == one && !end ? value : first;
            second = t == other && !end ? value : second;
        }
        into.length(row, steps);
        into.target(row, 0, result.of(first, second));
    }
}
