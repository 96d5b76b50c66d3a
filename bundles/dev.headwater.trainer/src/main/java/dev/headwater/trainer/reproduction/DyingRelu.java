package dev.headwater.trainer.reproduction;

import java.util.List;

/**
 * AutoTrainer's dying network (Zhang et al., ICSE 2021, motivation): 34 layers of 128 ReLU units from Xavier's uniform
 * weights on digits, trained by Adam. In the paper half of 100 runs die; dead is here a validation accuracy of at most
 * 0.15.
 */
final class DyingRelu implements Reproduction {
    private static final String PAPER = "AutoTrainer 2021";
    private static final int DEPTH = 34;
    /** Accuracy of a network that always answers the same. */
    private static final double DEAD = 0.15;
    /** Hardly any network dies; how far the others come in eight epochs is shown, not judged. */
    private static final Judge MENDED = Judge.share(DEAD, 0, 0.05);

    @Override
    public String name() {
        return "dying-relu";
    }

    @Override
    public String about() {
        return "34 layers of 128 ReLU units on digits die in half of the runs, and what mends them (needs --data)";
    }

    @Override
    public int seeds() {
        return 20;
    }

    @Override
    public List<Claim> claims(Scope scope) {
        return List.of(
                claim(scope, "ReLU, Xavier uniform: accuracy", "dies in 50 %", Judge.share(DEAD, 0.2, 0.8), "relu",
                        "xavier", ""),
                claim(scope, "SELU, LeCun: accuracy", "no longer dies", MENDED, "selu", "lecun", ""),
                claim(scope, "BatchNorm after ReLU: accuracy", "no longer dies", MENDED, "relu", "xavier", "BatchNorm"),
                claim(scope, "leaky ReLU 0.3, He: accuracy", "no longer dies", MENDED,
                        "{\"activation\": \"leaky-relu\", \"slope\": 0.3}", "he", ""));
    }

    private static Claim claim(Scope scope, String what, String published, Judge judge, String activation,
            String weight,
            String behind) {
        return new Claim(what, PAPER, published, judge, (trials, seed) -> trials.accuracy(Digits.byAdam(scope,
                Digits.pixels().stack(DEPTH, 128, activation, weight, behind), scope.of(8, 2)), seed));
    }
}
