package dev.headwater.core.tensor;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The rule by which every random stream gets its seed: from the run's seed and the names of what is drawn. So no
 * generator's state is ever stored, and nothing depends on threads or on the order in which things are drawn.
 *
 * <p>
 * {@code mix(seed, name…) = splitMix64(splitMix64(seed) ^ fnv(name…))}, where {@code fnv} is FNV-1a (64 bits, offset
 * basis cbf29ce484222325, prime 100000001b3) over each name's text in UTF-8, each followed by one zero byte, and
 * {@link #splitMix64} is one output of SplitMix64. The text of a number is its decimal digits. Changing any of this
 * changes every run, which makes it a change of the file format.
 */
public final class Seeds {
    private static final long FNV_BASIS = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;
    private static final RandomGeneratorFactory<RandomGenerator> FACTORY = RandomGeneratorFactory.of(
            "L64X128MixRandom");

    private Seeds() {
    }

    /**
     * The seed of the stream with these names.
     *
     * @param seed the run's seed
     * @param names texts and whole numbers, such as {@code "shuffle", epoch}
     */
    public static long mix(long seed, Object... names) {
        long hash = FNV_BASIS;
        for (Object name : names) {
            for (byte b : String.valueOf(name).getBytes(StandardCharsets.UTF_8)) {
                hash = (hash ^ (b & 0xFF)) * FNV_PRIME;
            }
            hash *= FNV_PRIME; // the zero byte, so that ("ab", "c") and ("a", "bc") differ
        }
        return splitMix64(splitMix64(seed) ^ hash);
    }

    /** A fresh generator (L64X128MixRandom) for the stream with these names, seeded by {@link #mix}. For one use. */
    public static RandomGenerator generator(long seed, Object... names) {
        return FACTORY.create(mix(seed, names));
    }

    /**
     * A whole number in [0, bound), nearly uniform: the high 64 bits of {@code nextLong() · bound}. Written out because
     * the JDK does not promise that its own bounded draws stay as they are.
     */
    public static int below(int bound, RandomGenerator random) {
        return (int) Math.unsignedMultiplyHigh(random.nextLong(), bound);
    }

    /** The first output of SplitMix64 (Steele, Lea and Flood 2014) started at this state. */
    public static long splitMix64(long state) {
        long z = state + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
