package dev.headwater.core.data;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.tensor.Seeds;
import dev.headwater.core.tensor.Shape;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * The parity of n bits: class 1 where an odd number of them is 1 (Minsky and Papert 1969, "Perceptrons"; n = 2 is XOR).
 * Either every one of the 2^n patterns once, in random order, or so many drawn at random. The inputs are {@code [n]},
 * or, as a sequence of one bit a step, {@code [n, 1]}.
 */
@Named(about = "parity of n bits: 1 where an odd number of them is 1; as one row or as a sequence of bits")
public record Parity(
        @Setting(about = "n, the number of bits.", byDefault = "8", min = 2, max = 1000) int bits,
        @Setting(about = "Number of patterns, drawn at random; auto: each of the 2^n once (n up to"
                + " 20).", byDefault = "auto", min = 4, max = 10_000_000) OptionalInt points,
        @Setting(about = "Whether bits are -1 and 1 instead of 0 and 1.", byDefault = "false") boolean signed,
        @Setting(about = "Whether the bits come one after the other, [n, 1] instead of [n].", byDefault = "false") boolean sequence,
        @Setting(about = "Seed of the patterns; auto: the run's.", byDefault = "auto") OptionalInt seed)
        implements DataSource {
    private static final int MOST_BITS_OF_ALL = 20;

    /**
     * These settings.
     *
     * @throws IllegalArgumentException if there are too many bits for all patterns, or too many numbers
     */
    public Parity {
        if (points.isEmpty() && bits > MOST_BITS_OF_ALL) {
            throw new IllegalArgumentException("parity can show all patterns of at most " + MOST_BITS_OF_ALL
                    + " bits, was " + bits + "; say how many points are to be drawn");
        }
        Sequences.check("parity", points.orElse(1), bits, 1);
    }

    @Override
    public Dataset load(Origin origin) {
        RandomGenerator random = Seeds.generator(seed.isPresent() ? seed.getAsInt() : origin.seed(), "data", "parity");
        int count = points.orElse(1 << Math.min(bits, MOST_BITS_OF_ALL));
        int[] order = Rows.range(0, count).toArray();
        if (points.isEmpty()) {
            Rows.shuffle(order, random);
        }
        float[] inputs = new float[count * bits];
        float[] targets = new float[count];
        for (int row = 0; row < count; row++) {
            int ones = 0;
            for (int i = 0; i < bits; i++) {
                int bit = points.isEmpty() ? order[row] >> i & 1 : Seeds.below(2, random);
                inputs[row * bits + i] = signed ? 2 * bit - 1 : bit;
                ones += bit;
            }
            targets[row] = ones & 1;
        }
        return new Dataset(count + " patterns of the generator parity",
                sequence ? Shape.of(bits, 1) : Shape.of(bits), Shape.of(1), inputs, targets, List.of("0", "1"), null);
    }
}
