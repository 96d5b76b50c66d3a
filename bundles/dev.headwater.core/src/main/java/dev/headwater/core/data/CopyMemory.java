package dev.headwater.core.data;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.tensor.Shape;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The copying memory problem (Hochreiter and Schmidhuber 1997; in this form Arjovsky, Shah and Bengio 2016, "Unitary
 * Evolution Recurrent Neural Networks", §5.1): K symbols are shown and, T steps later, to be told again in their order.
 *
 * <p>
 * Of S + 2 symbols the last but one is the blank, the last the sign to begin. A sequence has T + 2K steps: K symbols
 * drawn from the first S, T − 1 blanks, the sign, K blanks. The target, a class at every step, is T + K blanks and then
 * the K symbols. Inputs are one-hot {@code [T + 2K, S + 2]}, targets {@code [T + 2K, 1]} of the S + 1 classes 1 … S,
 * blank. Who remembers nothing can reach a mean cross-entropy of K ln(S) / (T + 2K).
 */
@Named(about = "copying memory: symbols to be told again in their order after many blank steps")
public record CopyMemory(
        @Setting(about = "Number of sequences.", byDefault = "1000", min = 1, max = 1_000_000) int sequences,
        @Setting(about = "T, the steps from the last symbol shown to the sign that asks for"
                + " them.", byDefault = "100", min = 1, max = 10_000) int delay,
        @Setting(about = "K, how many symbols are to be remembered.", byDefault = "10", min = 1, max = 1000) int remembered,
        @Setting(about = "S, how many different symbols there are.", byDefault = "8", min = 2, max = 1000) int symbols,
        @Setting(about = "Seed of the sequences; auto: the run's.", byDefault = "auto") OptionalInt seed)
        implements DataSource {
    /**
     * These settings.
     *
     * @throws IllegalArgumentException if that is too many numbers
     */
    public CopyMemory {
        Sequences.check("copy-memory", sequences, delay + 2 * remembered, symbols + 2);
    }

    @Override
    public Dataset load(Origin origin) {
        int steps = delay + 2 * remembered;
        Sequences drawn = new Sequences("copy-memory", seed, origin, sequences, steps, symbols + 2,
                Shape.of(steps, 1));
        int sign = delay + remembered - 1;
        for (int row = 0; row < sequences; row++) {
            for (int t = 0; t < steps; t++) {
                int shown = t < remembered ? drawn.below(symbols) : t == sign ? symbols + 1 : symbols;
                drawn.input(row, t, shown, 1);
                if (t < remembered) {
                    drawn.target(row, delay + remembered + t, shown);
                }
                if (t <= sign) {
                    drawn.target(row, t, symbols);
                }
            }
        }
        return drawn.dataset(names());
    }

    /** The mean cross-entropy of who knows the form of the sequences and remembers nothing. */
    public double baseline() {
        return remembered * StrictMath.log(symbols) / (delay + 2 * remembered);
    }

    /** The classes by number: 1 to S, then the blank. */
    private List<String> names() {
        return IntStream.rangeClosed(0, symbols).mapToObj(i -> i < symbols ? String.valueOf(i + 1) : "blank").toList();
    }
}
