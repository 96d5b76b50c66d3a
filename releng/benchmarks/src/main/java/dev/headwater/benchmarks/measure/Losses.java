package dev.headwater.benchmarks.measure;

import dev.headwater.benchmarks.workload.Contender;

/** The first losses of a training. They tell whether two libraries compute the same: loss, gradient and update. */
public final class Losses {
    /** Two libraries whose losses differ by more, relative to their size, do not train the same network. */
    public static final double TOLERANCE = 2e-3;

    /** How many steps are looked at. */
    public static final int STEPS = 3;

    private final double[] values = new double[STEPS];

    /** Takes the first steps of a training. */
    public Losses(Contender contender) {
        for (int i = 0; i < STEPS; i++) {
            contender.step();
            values[i] = contender.loss();
        }
    }

    /** The largest difference to the same step's loss of another, relative to that; NaN if one is NaN. */
    public double difference(Losses other) {
        double largest = 0;
        for (int i = 0; i < STEPS; i++) {
            largest = Math.max(largest, Math.abs(values[i] - other.values[i]) / Math.abs(other.values[i]));
        }
        return largest;
    }

    /** The losses. */
    public double[] values() {
        return values.clone();
    }
}
