package dev.headwater.trainer.reproduction;

import java.util.List;

/**
 * The short-term memory of reservoirs (Jaeger 2002, GMD report 152): the sum over all delays k of the squared
 * correlation of the best read-out with the input k steps ago. It is at most the number of units, which linear
 * reservoirs nearly reach.
 */
final class MemoryCapacity implements Reproduction {
    private static final int UNITS = 20;
    private static final int DELAYS = 2 * UNITS;
    private static final int WASHOUT = 200;

    @Override
    public String name() {
        return "memory-capacity";
    }

    @Override
    public String about() {
        return "how many past inputs a reservoir of 20 units still tells";
    }

    @Override
    public int seeds() {
        return 5;
    }

    @Override
    public List<Claim> claims(Scope scope) {
        int steps = scope.of(10_000, 3000);
        return List.of(
                new Claim("capacity, linear units", "Jaeger 2002b", "at most 20, nearly reached", Judge.between(17,
                        20.5), (trials, seed) -> measure(trials, seed, steps, "linear", 0.1)),
                new Claim("capacity, tanh units, strong input", "Jaeger 2002b", "less than linear", Judge.atMost(14),
                        (trials, seed) -> measure(trials, seed, steps, "tanh", 2)));
    }

    private static double measure(Trials trials, long seed, int steps, String activation, double scaling)
            throws Exception {
        double[] u = Series.uniform(2 * steps, -0.5, 0.5, seed);
        double[][] past = new double[u.length][DELAYS];
        for (int t = 0; t < u.length; t++) {
            for (int k = 0; k < DELAYS && k < t; k++) {
                past[t][k] = u[t - k - 1];
            }
        }
        String text = """
                {"headwater": 1,
                 "nodes": [
                  {"id": "in", "layer": "Input", "shape": [%d, 1]},
                  {"id": "echo", "layer": "EchoState", "from": ["in"], "units": %d, "spectralRadius": 0.95, "density": 1,
                   "inputScaling": %s, "activation": "%s"},
                  {"id": "out", "layer": "Dense", "from": ["echo"], "units": %d}],
                 "losses": [{"node": "out", "loss": "mean-squared-error"}],
                 "recipe": {"batch": 1, "fit": {"fit": "ridge", "alpha": 1e-9, "washout": %d}}}
                """.formatted(steps, UNITS, scaling, activation, DELAYS, WASHOUT);
        Trials.Trial trial = trials.train(text, Series.halves("uniform numbers", u, past), seed);
        double[] output = trials.outputs(trial, 1);
        double capacity = 0;
        for (int k = 0; k < DELAYS; k++) {
            capacity += correlation(output, past, k, steps);
        }
        return capacity;
    }

    /** The squared correlation of output k with its target, on the second half. */
    private static double correlation(double[] output, double[][] past, int k, int steps) {
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int t = WASHOUT; t < steps; t++) {
            double x = output[t * DELAYS + k];
            double y = past[steps + t][k];
            xx += x * x;
            yy += y * y;
            xy += x * y;
        }
        return xx == 0 ? 0 : xy * xy / (xx * yy);
    }
}
