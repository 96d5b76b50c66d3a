package dev.headwater.core.data;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.tensor.Shape;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The noise-free sequences with a long time lag of Hochreiter and Schmidhuber 1997, "Long Short-Term Memory", §5.2,
 * tasks 2a, 2b and 2c. All symbols are one-hot.
 *
 * <p>
 * <b>regular</b> (2a): at every step the next symbol is to be told, and the last one is the first one, p steps ago.
 * There are two sequences, each as likely as the other: (x, a1, …, a(p−1), x) and (y, a1, …, a(p−1), y). Inputs are the
 * first p symbols of one, {@code [p, p + 1]} in the order a1, …, a(p−1), x, y; targets the p symbols from the second
 * on, as class numbers {@code [p, 1]} or one-hot {@code [p, p + 1]}. The paper calls it learned when the largest error
 * of any output stays below 0.25.
 *
 * <p>
 * <b>random</b> (2b), without local regularities: the same, but each symbol between the ends is one of a1 to a(p−1),
 * drawn anew at every step, so that only the last one can be told.
 *
 * <p>
 * <b>very-long</b> (2c): (b, x or y, q + k distractors, e, the same x or y). Distractors are drawn from a1 to ap, and k
 * by chance: after q of them each next symbol is with probability 1/10 the trigger e, which ends them. Inputs are all
 * symbols but the last, {@code [time, p + 4]} in the order a1, …, ap, e, b, x, y; their number differs, q + 12 on the
 * average. Only the last symbol is to be told, at the end: x or y as a class {@code [1]} or one-hot {@code [2]}.
 */
@Named(about = "noise-free long time lags (tasks 2a to 2c): the last symbol repeats one that was shown long ago")
public record LongLag(
        @Setting(about = "Number of sequences.", byDefault = "500", min = 1, max = 1_000_000) int sequences,
        @Setting(about = "p, the steps from the first symbol to the last; of very-long q, the fewest distractors in"
                + " between.", byDefault = "100", min = 2, max = 2000) int lag,
        @Setting(about = "What stands in between: regular, always the same symbols in order (2a); random, symbols drawn"
                + " anew (2b); very-long, symbols and their number drawn (2c).", byDefault = "regular") Variant variant,
        @Setting(about = "p, how many different distractors very-long has; auto: the lag.", byDefault = "auto", min = 1, max = 2000) OptionalInt symbols,
        @Setting(about = "How the next symbol is written: class, its number, or one-hot.", byDefault = "class") Form target,
        @Setting(about = "Seed of the sequences; auto: the run's.", byDefault = "auto") OptionalInt seed)
        implements DataSource {
    /** What stands between the symbol that is shown and the end. */
    public enum Variant {
        /** Task 2a: all other symbols in their order. */
        REGULAR,
        /** Task 2b: as many symbols, drawn. */
        RANDOM,
        /** Task 2c: at least as many symbols, drawn, until a trigger. */
        VERY_LONG
    }

    /** How a symbol is written as a target. */
    public enum Form {
        /** The number of its class, for a categorical loss. */
        CLASS,
        /** Zeros and a one, for a loss of each output. */
        ONE_HOT
    }

    private static final String NAME = "long-lag";
    /** One in so many symbols behind the q-th is the trigger. */
    private static final int TRIGGER = 10;
    /** Steps of a very long sequence beside its distractors: b, x or y, e. */
    private static final int FRAME = 3;

    /**
     * These settings.
     *
     * @throws IllegalArgumentException if that is too many numbers
     */
    public LongLag {
        if (variant == Variant.VERY_LONG) {
            Sequences.check(NAME, sequences, lag + FRAME, symbols.orElse(lag) + 4);
        } else {
            Sequences.check(NAME, sequences, lag, lag + 1);
        }
    }

    @Override
    public Dataset load(Origin origin) throws DataException {
        return variant == Variant.VERY_LONG ? veryLong(origin) : everyStep(origin);
    }

    private Dataset everyStep(Origin origin) {
        int all = lag + 1;
        boolean byClass = target == Form.CLASS;
        Sequences drawn = new Sequences(NAME, seed, origin, sequences, lag, all, Shape.of(lag, byClass ? 1 : all));
        for (int row = 0; row < sequences; row++) {
            int ends = lag - 1 + drawn.below(2);
            int symbol = ends;
            for (int t = 0; t < lag; t++) {
                drawn.input(row, t, symbol, 1);
                symbol = t == lag - 1 ? ends : variant == Variant.RANDOM ? drawn.below(lag - 1) : t;
                drawn.target(row, byClass ? t : t * all + symbol, byClass ? symbol : 1);
            }
        }
        return drawn.dataset(byClass
                ? IntStream.rangeClosed(1, all).mapToObj(i -> i < lag ? "a" + i : i == lag ? "x" : "y").toList()
                : List.of());
    }

    private Dataset veryLong(Origin origin) throws DataException {
        int distractors = symbols.orElse(lag);
        int[] between = between(origin);
        int longest = IntStream.of(between).max().orElseThrow() + FRAME;
        try {
            Sequences.check(NAME, sequences, longest, distractors + 4);
        } catch (IllegalArgumentException e) {
            throw new DataException(e.getMessage());
        }
        boolean byClass = target == Form.CLASS;
        Sequences drawn = new Sequences(NAME, seed, origin, sequences, longest, distractors + 4,
                Shape.of(byClass ? 1 : 2));
        for (int row = 0; row < sequences; row++) {
            int isY = drawn.below(2);
            drawn.input(row, 0, distractors + 1, 1);
            drawn.input(row, 1, distractors + 2 + isY, 1);
            for (int i = 0; i < between[row]; i++) {
                drawn.input(row, 2 + i, drawn.below(distractors), 1);
            }
            drawn.input(row, 2 + between[row], distractors, 1);
            drawn.length(row, between[row] + FRAME);
            drawn.target(row, byClass ? 0 : isY, byClass ? isY : 1);
        }
        return drawn.dataset(byClass ? List.of("x", "y") : List.of());
    }

    /** How many distractors each sequence has. */
    private int[] between(Origin origin) {
        RandomGenerator random = Sequences.generator(NAME, seed, origin, "lengths");
        int[] between = new int[sequences];
        for (int row = 0; row < sequences; row++) {
            between[row] = lag;
            while (random.nextInt(TRIGGER) != 0) {
                between[row]++;
            }
        }
        return between;
    }
}
