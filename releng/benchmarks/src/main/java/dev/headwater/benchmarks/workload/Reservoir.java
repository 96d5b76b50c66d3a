package dev.headwater.benchmarks.workload;

import java.util.Arrays;
import java.util.List;

/**
 * An echo state network (Jaeger 2001) that learns the next value of a Mackey-Glass series: all states of one sequence
 * are harvested, and the read-out is fitted by ridge regression. Every unit sees every unit, for a sparse reservoir
 * would compare how sparse products are written and not how fast the machine computes.
 *
 * @param units of the reservoir
 * @param time steps of the sequence
 */
public record Reservoir(String name, int units, int time) implements Workload {
    /** Steps at the beginning that are left out of the fit. */
    public static final int WASHOUT = 100;
    /** How strongly large weights are punished. */
    public static final double ALPHA = 1e-4;

    private static final int DELAY = 17;
    private static final int SKIPPED = 150;

    @Override
    public String about() {
        return "echo state network of " + units + " units, " + time + " steps, harvest and ridge";
    }

    @Override
    public List<Integer> batches() {
        return List.of(1);
    }

    @Override
    public boolean onTwoThreads(int batch) {
        return false; // it is one long series, step by step
    }

    @Override
    public double rate() {
        return 0;
    }

    @Override
    public String network() {
        return """
                "nodes": [{"id": "in", "layer": "Input", "shape": [%d, 1]},
                 {"id": "echo", "layer": "EchoState", "from": ["in"], "units": %d, "density": 1, "inputScaling": 0.5,
                  "biasScaling": 0.5},
                 {"id": "out", "layer": "Dense", "from": ["echo"], "units": 1, "useBias": false}],
                "losses": [{"node": "out", "loss": "mean-squared-error"}]""".formatted(time, units);
    }

    @Override
    public String fit() {
        return "{\"fit\": \"ridge\", \"alpha\": " + ALPHA + ", \"washout\": " + WASHOUT + "}";
    }

    /** x' = x + 0.2 x(t − 17) / (1 + x(t − 17)¹⁰) − 0.1 x, from a constant past. */
    private double[] series() {
        double[] x = new double[SKIPPED + time + 1];
        Arrays.fill(x, 0, DELAY + 1, 1.2);
        for (int t = DELAY; t + 1 < x.length; t++) {
            x[t + 1] = x[t] + 0.2 * x[t - DELAY] / (1 + Math.pow(x[t - DELAY], 10)) - 0.1 * x[t];
        }
        return x;
    }

    @Override
    public float[] inputs(int batch) {
        return from(SKIPPED);
    }

    @Override
    public float[] targets(int batch) {
        return from(SKIPPED + 1);
    }

    private float[] from(int first) {
        double[] x = series();
        float[] values = new float[time];
        for (int t = 0; t < time; t++) {
            values[t] = (float) x[first + t];
        }
        return values;
    }
}
