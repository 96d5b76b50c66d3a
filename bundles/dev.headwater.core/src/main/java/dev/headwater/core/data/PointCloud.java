package dev.headwater.core.data;

import dev.headwater.core.tensor.Seeds;
import dev.headwater.core.tensor.Shape;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Labeled points that a generator draws one after the other, brought into a random order at the end.
 *
 * <p>
 * The noise comes from {@code mix(seed, "data", name, "noise")}, the order from the same with {@code "order"}. All
 * through StrictMath, so that a seed gives the same bits on every machine.
 */
final class PointCloud {
    /** Generators are for examples; what is larger belongs into a file. */
    static final int MOST_VALUES = 100_000_000;

    private final String name;
    private final long seed;
    private final int features;
    private final RandomGenerator random;
    private final float[] inputs;
    private final float[] targets;
    private int filled;

    PointCloud(String name, OptionalInt ownSeed, Origin origin, int points, int features) {
        this.name = name;
        this.seed = ownSeed.isPresent() ? ownSeed.getAsInt() : origin.seed();
        this.features = features;
        this.random = generator("noise");
        this.inputs = new float[points * features];
        this.targets = new float[points];
    }

    /** A generator for what else has to be drawn, named by its purpose. */
    RandomGenerator generator(String purpose) {
        return Seeds.generator(seed, "data", name, purpose);
    }

    /** Adds a point of a class, moved along each axis by a Gaussian of this standard deviation. */
    void add(int label, double deviation, double... center) {
        for (int i = 0; i < features; i++) {
            inputs[filled * features + i] = (float) (center[i] + deviation * gaussian(random));
        }
        targets[filled++] = label;
    }

    /** Box and Muller: the JDK does not promise that its own Gaussian stays as it is. */
    static double gaussian(RandomGenerator random) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    }

    /** All points, in random order; classes are numbers from 0. */
    Dataset shuffled(int classes) {
        int[] order = Rows.range(0, filled).toArray();
        Rows.shuffle(order, generator("order"));
        List<String> names = IntStream.range(0, classes).mapToObj(String::valueOf).toList();
        Dataset drawn = new Dataset(name, Shape.of(features), Shape.of(1), inputs, targets, names, null);
        float[] mixedInputs = new float[inputs.length];
        float[] mixedTargets = new float[targets.length];
        drawn.gather(order, 0, filled, mixedInputs, mixedTargets);
        return new Dataset(filled + " points of the generator " + name, Shape.of(features), Shape.of(1), mixedInputs,
                mixedTargets, names, null);
    }
}
