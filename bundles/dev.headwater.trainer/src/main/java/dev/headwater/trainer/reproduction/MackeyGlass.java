package dev.headwater.trainer.reproduction;

import dev.headwater.core.engine.FreeRun;
import dev.headwater.core.engine.Model;
import dev.headwater.core.network.Recipe;
import dev.headwater.trainer.input.Design;
import dev.headwater.trainer.training.Trained;
import java.util.Arrays;
import java.util.List;

/**
 * The echo state network of Jaeger 2001 (GMD report 148, §6) that goes on with a Mackey-Glass series by itself. 400
 * units are driven by their own output alone and, teacher forced, fitted to 2,000 steps after 1,000. NRMSE84 is the
 * root of the mean squared error 84 steps after teacher forcing ended, divided by the series' deviation, over starts 84
 * steps apart. Biases are uniform in ±0.028 here, in the paper 0 or ±0.028.
 */
final class MackeyGlass implements Reproduction {
    private static final int STEPS = 3000;
    private static final int AHEAD = 84;

    @Override
    public String name() {
        return "mackey-glass";
    }

    @Override
    public String about() {
        return "an echo state network of 400 units goes on with a chaotic series by itself, 84 steps";
    }

    @Override
    public int seeds() {
        return 5;
    }

    @Override
    public List<Claim> claims(Scope scope) {
        int starts = scope.of(50, 10);
        return List.of(
                new Claim("NRMSE84, delay 17", "Jaeger 2001", "0.00028", Judge.atMost(1e-3),
                        (trials, seed) -> measure(trials, seed, 17, 0, 1e-12, starts)),
                new Claim("NRMSE84, delay 30", "Jaeger 2001", "0.11", Judge.atMost(0.22),
                        (trials, seed) -> measure(trials, seed, 30, 1e-5, 1e-9, starts)));
    }

    private static String design(double noise, double alpha) {
        return """
                {"headwater": 1,
                 "nodes": [
                  {"id": "in", "layer": "Input", "shape": [%d, 1]},
                  {"id": "echo", "layer": "EchoState", "from": ["in"], "units": 400, "spectralRadius": 0.79, "leak": 0.44,
                   "decay": 0.9, "density": 0.0125, "feedback": 1, "feedbackScaling": 0.56, "biasScaling": 0.028, "noise": %s},
                  {"id": "out", "layer": "Dense", "from": ["echo"], "units": 1}],
                 "losses": [{"node": "out", "loss": "mean-squared-error"}],
                 "recipe": {"batch": 1, "fit": {"fit": "ridge", "alpha": %s, "washout": 1000}}}
                """.formatted(STEPS, noise, alpha);
    }

    private static double measure(Trials trials, long seed, int tau, double noise, double alpha, int starts)
            throws Exception {
        double[] series = Series.mackeyGlass(tau, 2 * STEPS + 1 + starts * AHEAD, seed);
        double[] told = Arrays.copyOf(series, 2 * STEPS);
        double[][] next = new double[2 * STEPS][1];
        for (int t = 0; t < next.length; t++) {
            next[t][0] = series[t + 1];
        }
        String text = design(noise, alpha);
        Trials.Trial trial = trials.train(text, Series.halves("Mackey-Glass, delay " + tau, told, next), seed);
        Design single = trials.design(text, null, List.of("nodes.in.shape=[1,1]", "recipe.fit.washout=0"));
        Recipe recipe = single.network().recipe();
        try (Model trained = Trained.model(trial.job(), trial.folder());
                Model stepper = new Model(single.graph(), recipe.optimizer(), recipe.probe(), 1, 1, 1)) {
            FreeRun run = new FreeRun(stepper, single.graph());
            run.take(trained);
            return error(run, series, starts);
        }
    }

    private static double error(FreeRun run, double[] series, int starts) {
        float[] input = new float[1];
        double squares = 0;
        int t = 0;
        for (int k = 0; k < starts; k++) {
            for (; t < STEPS + k * AHEAD; t++) {
                input[0] = (float) series[t];
                run.follow(input);
            }
            run.mark(); // the output is that for step t
            float[] told = null;
            for (int h = 1; h < AHEAD; h++) {
                told = run.goOn(input);
            }
            double off = (told == null ? 0 : told[0]) - series[t - 1 + AHEAD];
            squares += off * off;
            run.back();
        }
        return Math.sqrt(squares / starts / Series.variance(series, 0));
    }
}
