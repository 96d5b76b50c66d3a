package dev.headwater.trainer.reproduction;

import java.util.List;

/**
 * Self-normalizing networks against batch normalization (Klambauer et al. 2017): twenty layers of 128 units on digits,
 * SELU and ReLU, each alone and with BatchNorm, trained by Adam.
 */
final class SeluBatchNorm implements Reproduction {
    @Override
    public String name() {
        return "selu-batchnorm";
    }

    @Override
    public String about() {
        return "20 layers of SELU or ReLU, with and without BatchNorm (needs --data)";
    }

    @Override
    public int seeds() {
        return 5;
    }

    @Override
    public List<Claim> claims(Scope scope) {
        return List.of(
                claim(scope, "SELU: accuracy", "trains without a norm", Judge.atLeast(0.8), "selu", "lecun", ""),
                claim(scope, "SELU with BatchNorm: accuracy", "-", Judge.any(), "selu", "lecun", "BatchNorm"),
                claim(scope, "ReLU: accuracy", "-", Judge.any(), "relu", "he", ""),
                claim(scope, "ReLU with BatchNorm: accuracy", "trains", Judge.atLeast(0.8), "relu", "he", "BatchNorm"));
    }

    private static Claim claim(Scope scope, String what, String published, Judge judge, String activation,
            String weight,
            String behind) {
        return new Claim(what, "Klambauer 2017", published, judge, (trials, seed) -> trials.accuracy(Digits.byAdam(
                scope, Digits.pixels().stack(20, 128, activation, weight, behind), scope.of(8, 2)), seed));
    }
}
