package dev.headwater.core.data;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The temporal order problems 6a and 6b of Hochreiter and Schmidhuber 1997, "Long Short-Term Memory", §5.6: among
 * symbols that mean nothing stand two or three X or Y, and which in which order is the class.
 *
 * <p>
 * A sequence begins with E, ends with B, and is filled with a, b, c, d at random. It has T to T + T/10 symbols, 100 to
 * 110 in the paper. Counted from 0, the X or Y stand at a step in [T/10, T/5] and one in [T/2, 3T/5]; if there are
 * three, in [T/10, T/5], [33T/100, 43T/100] and [66T/100, 76T/100], all rounded down. Classes are named by them: XX,
 * XY, YX, YY, or XXX to YYY. Inputs are one-hot {@code [time, 8]} in the order a, b, c, d, X, Y, E, B; the target
 * {@code [1]} is the class, to be told at the end.
 */
@Named(about = "temporal order: which of X and Y stood first, second (and third) among symbols that mean nothing")
public record TemporalOrder(
        @Setting(about = "Number of sequences.", byDefault = "10000", min = 1, max = 1_000_000) int sequences,
        @Setting(about = "T, the fewest symbols of a sequence; the most are T + T/10.", byDefault = "100", min = 10, max = 10_000) int length,
        @Setting(about = "How many X or Y there are: 2, four classes (6a), or 3, eight classes"
                + " (6b).", byDefault = "2", min = 2, max = 3) int relevant,
        @Setting(about = "Seed of the sequences; auto: the run's.", byDefault = "auto") OptionalInt seed)
        implements DataSource {
    /** The symbols in the order of the inputs. */
    static final String SYMBOLS = "abcdXYEB";

    private static final int X = SYMBOLS.indexOf('X');
    /** Where the X or Y may stand, in hundredths of T: the first such step; the last is ten hundredths later. */
    private static final int[][] FROM = {{10, 50}, {10, 33, 66}};

    /**
     * These settings.
     *
     * @throws IllegalArgumentException if that is too many numbers
     */
    public TemporalOrder {
        Sequences.check("temporal-order", sequences, length + length / 10, SYMBOLS.length());
    }

    @Override
    public Dataset load(Origin origin) {
        Sequences drawn = new Sequences("temporal-order", seed, origin, sequences, length + length / 10,
                SYMBOLS.length(), Shape.of(1));
        List<String> classes = new ArrayList<>(List.of(""));
        for (int i = 0; i < relevant; i++) {
            classes = classes.stream().flatMap(name -> List.of(name + "X", name + "Y").stream()).toList();
        }
        for (int row = 0; row < sequences; row++) {
            draw(drawn, row);
        }
        return drawn.dataset(classes);
    }

    private void draw(Sequences drawn, int row) {
        int steps = length + drawn.below(length / 10 + 1);
        int[] symbols = new int[steps];
        for (int t = 1; t < steps - 1; t++) {
            symbols[t] = drawn.below(4);
        }
        symbols[0] = SYMBOLS.indexOf('E');
        symbols[steps - 1] = SYMBOLS.indexOf('B');
        int kind = 0;
        for (int from : FROM[relevant - 2]) {
            int first = from * length / 100;
            int last = (from + 10) * length / 100;
            int isY = drawn.below(2);
            symbols[first + drawn.below(last - first + 1)] = X + isY;
            kind = 2 * kind + isY;
        }
        for (int t = 0; t < steps; t++) {
            drawn.input(row, t, symbols[t], 1);
        }
        drawn.length(row, steps);
        drawn.target(row, 0, kind);
    }
}
