package dev.headwater.core.data;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.tensor.Shape;
import java.util.List;
import java.util.OptionalInt;

/**
 * The adding problem: sequences of pairs (value, mark), at whose end the two marked values are to be added. Inputs
 * {@code [time, 2]}, target {@code [1]}.
 *
 * <p>
 * {@link Form#ORIGINAL} is that of Hochreiter and Schmidhuber 1997, "Long Short-Term Memory", §5.4: values in [−1, 1),
 * T to T + T/10 steps, marks as {@link MarkedPairs} tells, target 0.5 + (a + b) / 4, where a marked first pair counts
 * as 0; a sequence counts as solved when the output is off by less than 0.04. {@link Form#UNIT} is that of Le, Jaitly
 * and Hinton 2015: values in [0, 1), T steps, one mark in the first T/2 and one behind them, target a + b; who always
 * answers 1 has a mean squared error of 1/6.
 */
@Named(about = "adding problem: pairs (value, mark); at the end the two marked values are to be added")
public record Adding(
        @Setting(about = "Number of sequences.", byDefault = "10000", min = 1, max = 1_000_000) int sequences,
        @Setting(about = "T, the steps of a sequence; in the original form the fewest"
                + " steps.", byDefault = "100", min = MarkedPairs.SHORTEST, max = 10_000) int length,
        @Setting(about = "original: values in [-1, 1), T to T + T/10 steps, target 0.5 + (a + b) / 4; unit: values in"
                + " [0, 1), T steps, target a + b.", byDefault = "original") Form form,
        @Setting(about = "Seed of the sequences; auto: the run's.", byDefault = "auto") OptionalInt seed)
        implements DataSource {
    /** The ways in which the problem is stated. */
    public enum Form {
        /** Hochreiter and Schmidhuber 1997. */
        ORIGINAL,
        /** Le, Jaitly and Hinton 2015. */
        UNIT
    }

    /**
     * These settings.
     *
     * @throws IllegalArgumentException if that is too many numbers
     */
    public Adding {
        Sequences.check("adding", sequences, MarkedPairs.longest(length), 2);
    }

    @Override
    public Dataset load(Origin origin) {
        boolean original = form == Form.ORIGINAL;
        Sequences drawn = new Sequences("adding", seed, origin, sequences,
                original ? MarkedPairs.longest(length) : length, 2, Shape.of(1));
        MarkedPairs pairs = new MarkedPairs(length, -1, 0, (a, b) -> 0.5 + (a + b) / 4);
        for (int row = 0; row < sequences; row++) {
            if (original) {
                pairs.draw(drawn, row);
            } else {
                drawUnit(drawn, row);
            }
        }
        return drawn.dataset(List.of());
    }

    private void drawUnit(Sequences drawn, int row) {
        int half = length / 2;
        int one = drawn.below(half);
        int other = half + drawn.below(length - half);
        double sum = 0;
        for (int t = 0; t < length; t++) {
            double value = (float) drawn.uniform(0, 1);
            boolean marked = t == one || t == other;
            drawn.input(row, t, 0, value);
            drawn.input(row, t, 1, marked ? 1 : 0);
            sum += marked ? value : 0;
        }
        drawn.target(row, 0, sum);
    }
}
