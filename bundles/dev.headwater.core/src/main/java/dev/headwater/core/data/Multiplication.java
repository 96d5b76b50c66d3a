package dev.headwater.core.data;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.tensor.Shape;
import java.util.List;
import java.util.OptionalInt;

/**
 * The multiplication problem of Hochreiter and Schmidhuber 1997, "Long Short-Term Memory", §5.5: sequences of pairs
 * (value, mark), at whose end the two marked values are to be multiplied. Values are in [0, 1), the marks are those of
 * {@link MarkedPairs}, a marked first pair counts as 1. Inputs {@code [time, 2]} of T to T + T/10 steps, target
 * {@code [1]}; a sequence counts as solved when the output is off by less than 0.04.
 */
@Named(about = "multiplication problem: pairs (value, mark); at the end the two marked values are to be multiplied")
public record Multiplication(
        @Setting(about = "Number of sequences.", byDefault = "10000", min = 1, max = 1_000_000) int sequences,
        @Setting(about = "T, the fewest steps of a sequence; the most are T + T/10.", byDefault = "100", min = MarkedPairs.SHORTEST, max = 10_000) int length,
        @Setting(about = "Seed of the sequences; auto: the run's.", byDefault = "auto") OptionalInt seed)
        implements DataSource {
    /**
     * These settings.
     *
     * @throws IllegalArgumentException if that is too many numbers
     */
    public Multiplication {
        Sequences.check("multiplication", sequences, MarkedPairs.longest(length), 2);
    }

    @Override
    public Dataset load(Origin origin) {
        Sequences drawn = new Sequences("multiplication", seed, origin, sequences, MarkedPairs.longest(length), 2,
                Shape.of(1));
        MarkedPairs pairs = new MarkedPairs(length, 0, 1, (a, b) -> a * b);
        for (int row = 0; row < sequences; row++) {
            pairs.draw(drawn, row);
        }
        return drawn.dataset(List.of());
    }
}
