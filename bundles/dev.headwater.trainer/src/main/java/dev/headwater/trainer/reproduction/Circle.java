package dev.headwater.trainer.reproduction;

import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonWriter;
import java.util.List;
import java.util.Locale;

/**
 * AutoTrainer's vanishing gradient (Zhang et al., ICSE 2021) and what mends it: eight layers of five units on two noisy
 * circles, 300 epochs of Adam. The figures are medians of validation accuracy over ten seeds of an independent program.
 */
final class Circle implements Reproduction {
    private static final String PAPER = "AutoTrainer 2021, re-run";
    private static final double TOLERANCE = 0.03;

    @Override
    public String name() {
        return "circle";
    }

    @Override
    public String about() {
        return "eight layers of five sigmoid units on two noisy circles, and what mends them";
    }

    @Override
    public int seeds() {
        return 10;
    }

    @Override
    public List<Claim> claims(Scope scope) {
        return List.of(
                claim(scope, "sigmoid, He uniform", 0.497, "sigmoid", "he", "", false),
                claim(scope, "SELU, LeCun uniform", 0.847, "selu", "lecun", "", false),
                claim(scope, "ReLU, He uniform", 0.778, "relu", "he", "", false),
                claim(scope, "BatchNorm after sigmoid", 0.827, "sigmoid", "he", "BatchNorm", false),
                claim(scope, "tanh, Xavier uniform", 0.862, "tanh", "xavier", "", false),
                claim(scope, "leaky ReLU 0.3, He uniform", 0.850, "{\"activation\": \"leaky-relu\", \"slope\": 0.3}",
                        "he", "", false),
                claim(scope, "sigmoid, identity shortcuts only", 0.512, "sigmoid", "he", "", true));
    }

    private static Claim claim(Scope scope, String what, double published, String activation, String weight,
            String norm,
            boolean residual) {
        return new Claim(what, PAPER, String.format(Locale.ROOT, "%.3f", published), Judge.near(published,
                TOLERANCE), (trials, seed) -> trials.accuracy(design(scope, activation, weight, norm, residual), seed));
    }

    private static String design(Scope scope, String activation, String weight, String norm, boolean residual)
            throws Needs {
        Chain chain = new Chain("[2]");
        for (int i = 0; i < 8; i++) {
            String before = chain.last();
            chain.dense(5, activation, weight);
            if (!norm.isEmpty()) {
                chain.add(norm, "");
            }
            if (residual && i > 0) {
                chain.plus(before);
            }
        }
        chain.dense(1, "sigmoid", weight);
        String file = JsonWriter.writeCompact(Json.of(scope.file("circle.csv").toString()));
        return chain.file("binary-cross-entropy",
                "{\"source\": \"csv\", \"file\": " + file
                        + ", \"label\": \"label\", \"split\": {\"column\": \"split\"}}",
                "{\"optimizer\": {\"kind\": \"adam\", \"learningRate\": 0.001, \"epsilon\": 1e-7}, \"batch\": 128,"
                        + " \"epochs\": 300}");
    }
}
