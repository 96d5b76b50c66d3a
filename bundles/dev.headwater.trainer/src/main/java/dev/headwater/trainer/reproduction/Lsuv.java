package dev.headwater.trainer.reproduction;

import java.util.List;

/**
 * Layer-sequential unit variance (Mishkin and Matas 2016): orthonormal weights, each layer then scaled to an output
 * variance of 1 on the first batch, whatever the activation. Thirty dense layers on digits, by momentum.
 */
final class Lsuv implements Reproduction {
    @Override
    public String name() {
        return "lsuv";
    }

    @Override
    public String about() {
        return "30 layers of ReLU and of tanh train from weights scaled by the data (needs --data)";
    }

    @Override
    public int seeds() {
        return 5;
    }

    @Override
    public List<Claim> claims(Scope scope) {
        return List.of(claim(scope, "relu"), claim(scope, "tanh"));
    }

    private static Claim claim(Scope scope, String activation) {
        return new Claim(activation + " from LSUV: accuracy", "Mishkin 2016", "trains", Judge.atLeast(0.8), (trials,
                seed) -> trials.accuracy(Digits.bySlowMomentum(scope, Digits.pixels().stack(30, 128, activation,
                        "orthogonal", ""), scope.of(10, 3), "lsuv"), seed));
    }
}
