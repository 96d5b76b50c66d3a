package dev.headwater.core.telemetry;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One recorded tensor: whose it is and which numbers a frame holds of it, one double each.
 *
 * @param node the id of the layer; empty for the step itself
 * @param tensor the name of the parameter; for the other kinds the kind's own word
 * @param kind what the tensor is to its layer
 * @param quantities the names of the numbers, in their order within the frame
 * @param count how many values the tensor has per recorded example, for combining the moments of several tensors
 */
public record Series(String node, String tensor, SeriesKind kind, List<String> quantities, long count) {
    /** How many bins a histogram has, one for each group of float exponents. */
    public static final int BINS = 64;

    private static final List<String> BIN_NAMES = IntStream.range(0, BINS).mapToObj(i -> "bin" + i).toList();

    /**
     * Checks what a frame could not hold.
     *
     * @throws IllegalArgumentException if there is no quantity, one is named twice, or the count is negative
     */
    public Series {
        quantities = List.copyOf(quantities);
        if (quantities.isEmpty() || quantities.stream().distinct().count() != quantities.size() || count < 0) {
            throw new IllegalArgumentException("the series " + node + "/" + tensor
                    + " needs quantities with different names and a count of at least 0");
        }
    }

    /** The moments of a parameter's gradient and update. */
    public static Series parameter(String node, String parameter, long count) {
        return new Series(node, parameter, SeriesKind.PARAMETER, SeriesKind.PARAMETER.quantities(), count);
    }

    /** The moments of a layer's output. */
    public static Series output(String node, long count) {
        return of(node, SeriesKind.OUTPUT, count);
    }

    /** The moments of the gradient of a layer's output. */
    public static Series outputGradient(String node, long count) {
        return of(node, SeriesKind.OUTPUT_GRADIENT, count);
    }

    /** The loss and the learning rate of the step. */
    public static Series step() {
        return of("", SeriesKind.STEP, 1);
    }

    /** How many values of a parameter's gradient fall into each of {@value #BINS} bins. */
    public static Series histogram(String node, String parameter, long count) {
        return new Series(node, parameter, SeriesKind.PARAMETER, BIN_NAMES, count);
    }

    /** The norm of the gradient of a recurrent layer's state at every time step, {@code t0} first. */
    public static Series throughTime(String node, int steps, long count) {
        return new Series(node, "state", SeriesKind.OUTPUT_GRADIENT,
                IntStream.range(0, steps).mapToObj(t -> "t" + t).toList(), count);
    }

    private static Series of(String node, SeriesKind kind, long count) {
        return new Series(node, kind.word(), kind, kind.quantities(), count);
    }
}
