package dev.headwater.core.catalog;

import java.util.Arrays;
import java.util.List;

/**
 * How much each of several things counts, as a file says it: numbers, or the word {@code balanced} for numbers that
 * make up for how often each occurs, which nobody knows before the data are read.
 *
 * @param balanced whether the numbers are still to be found
 * @param values the numbers; none where all count the same, or while they are still to be found
 */
public record Weights(boolean balanced, List<Double> values) {
    /** What stands in a file in place of numbers. */
    public static final String WORD = "balanced";
    /** All count the same. */
    public static final Weights NONE = new Weights(false, List.of());
    /** Numbers that are still to be found. */
    public static final Weights BALANCED = new Weights(true, List.of());

    /** Copies the list. */
    public Weights {
        values = List.copyOf(values);
    }

    /** These numbers. */
    public static Weights of(double... values) {
        return new Weights(false, Arrays.stream(values).boxed().toList());
    }

    /** How many numbers there are. */
    public int size() {
        return values.size();
    }

    /**
     * The numbers.
     *
     * @throws IllegalStateException if they are still to be found
     */
    public double[] toArray() {
        if (balanced) {
            throw new IllegalStateException("balanced weights have no numbers before the data are known");
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
