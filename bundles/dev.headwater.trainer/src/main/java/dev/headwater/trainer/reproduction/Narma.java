package dev.headwater.trainer.reproduction;

import java.util.List;

/**
 * A tenth-order nonlinear system told by an echo state network (Jaeger 2002, "Adaptive nonlinear system identification
 * with echo state networks"): the mean squared error on new input, divided by the output's variance.
 */
final class Narma implements Reproduction {
    private static final int WASHOUT = 200;

    @Override
    public String name() {
        return "narma";
    }

    @Override
    public String about() {
        return "an echo state network identifies NARMA-10, a nonlinear system with a memory of ten steps";
    }

    @Override
    public int seeds() {
        return 5;
    }

    @Override
    public List<Claim> claims(Scope scope) {
        int steps = scope.of(4000, 2000);
        return List.of(new Claim("NMSE, 200 units", "Jaeger 2002 (100 units and their squares)", "0.032 (unverified)",
                Judge.atMost(0.096), (trials, seed) -> measure(trials, seed, steps)));
    }

    private static double measure(Trials trials, long seed, int steps) throws Exception {
        double[] u = Series.uniform(2 * steps, 0, 0.5, seed);
        double[] y = Series.narma(u);
        double[][] targets = new double[y.length][1];
        for (int t = 0; t < y.length; t++) {
            targets[t][0] = y[t];
        }
        String text = """
                {"headwater": 1,
                 "nodes": [
                  {"id": "in", "layer": "Input", "shape": [%d, 1]},
                  {"id": "echo", "layer": "EchoState", "from": ["in"], "units": 200, "spectralRadius": 0.95, "density": 0.05,
                   "inputScaling": 0.1, "biasScaling": 0.2},
                  {"id": "out", "layer": "Dense", "from": ["echo"], "units": 1}],
                 "losses": [{"node": "out", "loss": "mean-squared-error"}],
                 "recipe": {"batch": 1, "fit": {"fit": "ridge", "alpha": 1e-9, "washout": %d}}}
                """.formatted(steps, WASHOUT);
        Trials.Trial trial = trials.train(text, Series.halves("NARMA-10", u, targets), seed);
        double[] output = trials.outputs(trial, 1);
        double squares = 0;
        for (int t = WASHOUT; t < steps; t++) {
            double off = output[t] - y[steps + t];
            squares += off * off;
        }
        return squares / (steps - WASHOUT) / Series.variance(y, steps + WASHOUT);
    }
}
