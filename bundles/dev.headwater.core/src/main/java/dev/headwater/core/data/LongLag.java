package dev.headwater.core.data;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.tensor.Shape;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The noise-free sequences with a long time lag of Hochreiter and Schmidhuber 1997, "Long Short-Term Memory", task 2a:
 * at every step the next symbol is to be told, and the last one is the first one, p steps ago.
 *
 * <p>
 * There are two sequences, each as likely as the other: (x, a1, …, a(p−1), x) and (y, a1, …, a(p−1), y). Inputs are the
 * first p symbols of one, one-hot {@code [p, p + 1]} in the order a1, …, a(p−1), x, y; targets the p symbols from the
 * second on, as class numbers {@code [p, 1]} or one-hot {@code [p, p + 1]}. The paper calls it learned when the largest
 * error of any output stays below 0.25.
 */
@Named(about = "noise-free long time lag (task 2a): name the next symbol; the last one is the first, p steps ago")
public record LongLag(
        @Setting(about = "Number of sequences.", byDefault = "500", min = 1, max = 1_000_000) int sequences,
        @Setting(about = "p, the steps from the first symbol to the last.", byDefault = "100", min = 2, max = 2000) int lag,
        @Setting(about = "How the next symbol is written: class, its number, or one-hot.", byDefault = "class") Form target,
        @Setting(about = "Seed of the sequences; auto: the run's.", byDefault = "auto") OptionalInt seed)
        implements DataSource {
    /** How a symbol is written as a target. */
    public enum Form {
        /** The number of its class, for a categorical loss. */
        CLASS,
        /** Zeros and a one, for a loss of each output. */
        ONE_HOT
    }

    /**
     * These settings.
     *
     * @throws IllegalArgumentException if that is too many numbers
     */
    public LongLag {
        Sequences.check("long-lag", sequences, lag, lag + 1);
    }

    @Override
    public Dataset load(Origin origin) {
        int symbols = lag + 1;
        boolean byClass = target == Form.CLASS;
        Sequences drawn = new Sequences("long-lag", seed, origin, sequences, lag, symbols,
                Shape.of(lag, byClass ? 1 : symbols));
        for (int row = 0; row < sequences; row++) {
            int ends = lag - 1 + drawn.below(2);
            for (int t = 0; t < lag; t++) {
                drawn.input(row, t, t == 0 ? ends : t - 1, 1);
                int next = t == lag - 1 ? ends : t;
                drawn.target(row, byClass ? t : t * symbols + next, byClass ? next : 1);
            }
        }
        return drawn.dataset(byClass ? classes() : List.of());
    }

    private List<String> classes() {
        return IntStream.rangeClosed(1, lag + 1).mapToObj(i -> i < lag ? "a" + i : i == lag ? "x" : "y").toList();
    }
}
