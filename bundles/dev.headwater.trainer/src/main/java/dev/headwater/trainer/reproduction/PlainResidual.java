package dev.headwater.trainer.reproduction;

import java.util.List;

/**
 * Deep residual networks against plain ones of equal depth (He et al. 2016): how many times larger the training loss of
 * the plain one is after five epochs. 56 dense layers of 64 units, or 18 small convolutions, two of them between the
 * ends of an identity shortcut.
 */
final class PlainResidual implements Reproduction {
    private static final String PAPER = "He 2016";
    private static final String LARGER = "above 1";
    /** The second layer of a branch begins small: 28 sums of full size would grow 2²⁸ times without normalization. */
    private static final String SMALL = "{\"initializer\": \"lecun\", \"gain\": 0.2}";
    private static final String NORM = "BatchNorm";

    @Override
    public String name() {
        return "plain-residual";
    }

    @Override
    public String about() {
        return "56 layers, plain against residual: training loss after 5 epochs (needs --data)";
    }

    @Override
    public int seeds() {
        return 5;
    }

    @Override
    public List<Claim> claims(Scope scope) {
        return List.of(
                claim(scope, "dense: loss, plain / residual", () -> dense(false, ""), () -> dense(true, "")),
                claim(scope, "dense with BatchNorm: loss, plain / residual", () -> dense(false, NORM), () -> dense(true,
                        NORM)),
                claim(scope, "convolutions with BatchNorm: loss, plain / residual", () -> convolutions(false),
                        () -> convolutions(true)));
    }

    /** Makes a chain up to the classes. */
    private interface Body {
        Chain chain();
    }

    private static Claim claim(Scope scope, String what, Body plain, Body residual) {
        return new Claim(what, PAPER, LARGER, Judge.atLeast(1), (trials, seed) -> loss(scope, trials, plain, seed)
                / loss(scope, trials, residual, seed));
    }

    private static double loss(Scope scope, Trials trials, Body body, long seed) throws Exception {
        var outcome = trials.train(Digits.byMomentum(scope, body.chain(), scope.of(5, 1)), null, seed).outcome();
        return outcome.train() == null ? Double.POSITIVE_INFINITY : outcome.train().loss();
    }

    private static Chain dense(boolean shortcuts, String norm) {
        Chain chain = Digits.pixels().dense(64, "relu", "he");
        for (int i = 0; i < 28; i++) {
            String before = chain.last();
            chain.dense(64, "linear", "he");
            normalize(chain, norm).add("Activation", "\"activation\": \"relu\"");
            chain.dense(64, "linear", shortcuts && norm.isEmpty() ? SMALL : "he");
            normalize(chain, norm);
            if (shortcuts) {
                chain.plus(before);
            }
            chain.add("Activation", "\"activation\": \"relu\"");
        }
        return chain;
    }

    private static Chain convolutions(boolean shortcuts) {
        Chain chain = new Chain("[28, 28, 1]").add("Conv2D",
                "\"filters\": 8, \"kernel\": 4, \"stride\": 4, \"activation\": \"relu\", \"weight\": \"he\"");
        for (int i = 0; i < 9; i++) {
            String before = chain.last();
            convolution(chain).add("Activation", "\"activation\": \"relu\"");
            convolution(chain);
            if (shortcuts) {
                chain.plus(before);
            }
            chain.add("Activation", "\"activation\": \"relu\"");
        }
        return chain.add("Flatten", "");
    }

    private static Chain convolution(Chain chain) {
        return chain.add("Conv2D", "\"filters\": 8, \"kernel\": 3, \"padding\": [\"same\"], \"weight\": \"he\"").add(
                NORM,
                "");
    }

    private static Chain normalize(Chain chain, String norm) {
        return norm.isEmpty() ? chain : chain.add(norm, "");
    }
}
