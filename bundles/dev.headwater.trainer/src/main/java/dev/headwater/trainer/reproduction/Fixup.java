package dev.headwater.trainer.reproduction;

import java.util.List;

/**
 * Residual networks without normalization (Zhang, Dauphin and Ma 2019): from ordinary weights 50 branches of two layers
 * blow the activations up; with the first layer of each branch scaled by 1/√L, the second and the classifier at zero
 * they train.
 */
final class Fixup implements Reproduction {
    private static final int BRANCHES = 50;

    @Override
    public String name() {
        return "fixup";
    }

    @Override
    public String about() {
        return "100 residual layers without any normalization train from Fixup's weights (needs --data)";
    }

    @Override
    public int seeds() {
        return 5;
    }

    @Override
    public List<Claim> claims(Scope scope) {
        return List.of(
                claim(scope, "Fixup: accuracy", "trains", Judge.atLeast(0.8), "fixup"),
                claim(scope, "He everywhere: accuracy", "fails", Judge.atMost(0.5), "none"));
    }

    private static Claim claim(Scope scope, String what, String published, Judge judge, String conditioning) {
        return new Claim(what, "Zhang 2019", published, judge, (trials, seed) -> {
            Chain chain = Digits.pixels().dense(64, "relu", "he");
            for (int i = 0; i < BRANCHES; i++) {
                String before = chain.last();
                chain.dense(64, "relu", "he").dense(64, "linear", "he").plus(before);
            }
            return trials.accuracy(Digits.byMomentum(scope, chain, scope.of(3, 1), conditioning), seed);
        });
    }
}
