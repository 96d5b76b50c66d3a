package dev.headwater.trainer.reproduction;

import java.util.List;

/**
 * Thirty layers of ReLU: from Xavier's weights they stall, from He's they learn (He et al. 2015, section 2.2); and thirty
 * layers of sigmoid: they learn with batch normalization alone (Ioffe and Szegedy 2015). Dense layers of 128 units on
 * digits, trained for five epochs by momentum, which unlike Adam does not undo a gradient's smallness. Given twice the
 * time, some runs from Xavier's weights begin to learn, too.
 */
final class ThirtyLayers implements Reproduction {
    private static final int DEPTH = 30;

    @Override
    public String name() {
        return "thirty-layers";
    }

    @Override
    public String about() {
        return "30 layers: Xavier stalls and He converges; sigmoid learns with BatchNorm alone (needs --data)";
    }

    @Override
    public int seeds() {
        return 5;
    }

    @Override
    public List<Claim> claims(Scope scope) {
        String he = "He 2015";
        String norm = "Ioffe 2015";
        return List.of(
                claim(scope, "ReLU from Xavier: accuracy", he, "stalls", Judge.atMost(0.2), "relu", "xavier", ""),
                claim(scope, "ReLU from He: accuracy", he, "converges", Judge.atLeast(0.8), "relu", "he", ""),
                claim(scope, "sigmoid: accuracy", norm, "chance", Judge.atMost(0.2), "sigmoid", "xavier", ""),
                claim(scope, "sigmoid with BatchNorm: accuracy", norm, "trains", Judge.atLeast(0.5), "sigmoid",
                        "xavier", "BatchNorm"));
    }

    private static Claim claim(Scope scope, String what, String paper, String published, Judge judge, String activation,
            String weight, String behind) {
        return new Claim(what, paper, published, judge, (trials, seed) -> trials.accuracy(Digits.bySlowMomentum(
                scope, Digits.pixels().stack(DEPTH, 128, activation, weight, behind), scope.of(5, 3), "none"), seed));
    }
}
