package dev.headwater.trainer.reproduction;

import dev.headwater.core.data.DataSource;
import dev.headwater.core.data.Dataset;
import dev.headwater.core.tensor.Seeds;
import dev.headwater.core.tensor.Shape;
import java.util.List;
import java.util.random.RandomGenerator;

/** The series that reservoirs are tried on, made as the papers say, and cut into two long examples. */
final class Series {
    private static final int SUBSTEPS = 10;
    private static final int DISCARDED = 1000;

    private Series() {
    }

    /**
     * tanh(x − 1) of the series of Mackey and Glass 1977, dx/dt = 0.2 x(t − τ) / (1 + x(t − τ)^10) − 0.1 x(t), as Jaeger
     * 2001 trains on it: integrated by Euler's steps of 0.1, every whole unit of time, after the first 1,000.
     */
    static double[] mackeyGlass(int tau, int count, long seed) {
        RandomGenerator random = Seeds.generator(seed, "mackey-glass", tau);
        int delay = tau * SUBSTEPS;
        double[] x = new double[delay + 1 + (DISCARDED + count) * SUBSTEPS];
        for (int i = 0; i <= delay; i++) {
            x[i] = 1.1 + 0.2 * random.nextDouble();
        }
        for (int i = delay; i + 1 < x.length; i++) {
            double before = x[i - delay];
            x[i + 1] = x[i] + (0.2 * before / (1 + StrictMath.pow(before, 10)) - 0.1 * x[i]) / SUBSTEPS;
        }
        double[] series = new double[count];
        for (int t = 0; t < count; t++) {
            series[t] = StrictMath.tanh(x[delay + (DISCARDED + t) * SUBSTEPS] - 1);
        }
        return series;
    }

    /** Independent numbers, uniform in [low, high). */
    static double[] uniform(int count, double low, double high, long seed) {
        RandomGenerator random = Seeds.generator(seed, "uniform");
        double[] u = new double[count];
        for (int t = 0; t < count; t++) {
            u[t] = low + (high - low) * random.nextDouble();
        }
        return u;
    }

    /**
     * The output of NARMA-10 (Atiya and Parlos 2000), y(t + 1) = 0.3 y(t) + 0.05 y(t) Σ y(t − i) + 1.5 u(t − 9) u(t) + 0.1
     * with i from 0 to 9: number t is y(t + 1), to be told from u up to t.
     */
    static double[] narma(double[] u) {
        double[] next = new double[u.length];
        for (int t = 0; t < u.length; t++) {
            double y = t == 0 ? 0 : next[t - 1];
            double sum = 0;
            for (int i = 1; i <= 10 && i <= t; i++) {
                sum += next[t - i];
            }
            next[t] = 0.3 * y + 0.05 * y * sum + 1.5 * (t < 9 ? 0 : u[t - 9]) * u[t] + 0.1;
        }
        return next;
    }

    /** A source of two examples of one feature and {@code answers} targets a step: the first half, and the second. */
    static DataSource halves(String description, double[] inputs, double[][] targets) {
        int steps = inputs.length / 2;
        int answers = targets[0].length;
        float[] x = new float[2 * steps];
        float[] y = new float[2 * steps * answers];
        for (int t = 0; t < x.length; t++) {
            x[t] = (float) inputs[t];
            for (int k = 0; k < answers; k++) {
                y[t * answers + k] = (float) targets[t][k];
            }
        }
        return origin -> new Dataset(description, Shape.of(steps, 1), Shape.of(steps, answers), x, y, List.of(), null);
    }

    /** The variance of numbers. */
    static double variance(double[] values, int from) {
        double sum = 0;
        double squares = 0;
        for (int i = from; i < values.length; i++) {
            sum += values[i];
            squares += values[i] * values[i];
        }
        int n = values.length - from;
        return squares / n - sum / n * (sum / n);
    }
}
