package dev.headwater.core.data;

import dev.headwater.core.tensor.Seeds;
import dev.headwater.core.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * Sequences that a generator draws one after the other, all from {@code mix(seed, "data", name, "sequences")}; those that
 * are shorter than the longest end in zeros that do not count.
 */
final class Sequences {
    private final String name;
    private final RandomGenerator random;
    private final Shape input;
    private final Shape target;
    private final float[] inputs;
    private final float[] targets;
    private final int[] lengths;

    /**
     * Room for {@code count} sequences of at most {@code steps} steps, all of them zeros that count.
     *
     * @param features the values of a step
     * @param target the shape of a target
     */
    Sequences(String name, OptionalInt ownSeed, Origin origin, int count, int steps, int features, Shape target) {
        this.name = name;
        this.random = generator(name, ownSeed, origin, "sequences");
        this.input = Shape.of(steps, features);
        this.target = target;
        inputs = new float[count * input.size()];
        targets = new float[count * target.size()];
        lengths = new int[count];
        Arrays.fill(lengths, steps);
    }

    /** What draws one sort of numbers: a generator of {@code mix(seed, "data", name, purpose)}. */
    static RandomGenerator generator(String name, OptionalInt ownSeed, Origin origin, String purpose) {
        return Seeds.generator(ownSeed.isPresent() ? ownSeed.getAsInt() : origin.seed(), "data", name, purpose);
    }

    /**
     * Makes sure that so many sequences are not too much for a generator.
     *
     * @throws IllegalArgumentException if they are
     */
    static void check(String name, int sequences, int steps, int features) {
        double values = (double) sequences * steps * features;
        if (values > PointCloud.MOST_VALUES) {
            throw new IllegalArgumentException(name + " can have at most " + PointCloud.MOST_VALUES
                    + " numbers, sequences × steps × features was " + sequences + " × " + steps + " × " + features);
        }
    }

    /** A whole number in [0, bound). */
    int below(int bound) {
        return Seeds.below(bound, random);
    }

    /** A number in [from, to). */
    double uniform(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    void input(int row, int step, int feature, double value) {
        inputs[row * input.size() + step * input.columns() + feature] = (float) value;
    }

    /** Sets a target value, counted in row-major order within the row. */
    void target(int row, int i, double value) {
        targets[row * target.size() + i] = (float) value;
    }

    /** Says that only the first steps of a row count. */
    void length(int row, int steps) {
        lengths[row] = steps;
    }

    /** All of them; classes are what target numbers mean, none for a regression. */
    Dataset dataset(List<String> classes) {
        Dataset all = new Dataset(lengths.length + " sequences of the generator " + name, input, target, inputs,
                targets,
                classes, null);
        return Arrays.stream(lengths).allMatch(length -> length == input.extent(0)) ? all : all.withLengths(lengths);
    }
}
