package dev.headwater.core.remedy;

import java.util.List;

/** Remedies that change how layers are connected. */
final class Shortcuts {
    static final List<Description> ALL = List.of(
            new Description("residual", "Identity shortcuts", "y = x + F(x), so ∂y/∂x = I + ∂F/∂x",
                    "He et al. 2016, Deep residual learning; He et al. 2016b, Identity mappings",
                    "The gradient reaches every block undiminished along the sum, whatever the branches do. Norm and"
                            + " activation before the weights keep that path free of anything else.",
                    "Skips alone do not cure saturating sigmoids: their outputs are positive, so the sum grows with each block"
                            + " until later units saturate. Unnormalized branches blow the sum up at large depth.")
                    .shownBy("circle", "sigmoid, identity shortcuts only")
                    .shownBy("plain-residual", "dense: loss, plain / residual")
                    .shownBy("plain-residual", "dense with BatchNorm: loss, plain / residual")
                    .shownBy("plain-residual", "convolutions with BatchNorm: loss, plain / residual"),
            new Description("rezero", "ReZero, LayerScale",
                    "y = x + α F(x), α = 0 at first (per channel and small: LayerScale)",
                    "Bachlechner et al. 2021, ReZero is all you need; Touvron et al. 2021",
                    "The network begins as the identity, so thousands of layers train without normalization.",
                    "At the very first step only the α learn; a rate that suits weights may be too high for them."),
            new Description("highway", "Highway layers", "y = t ⊙ H(x) + (1 - t) ⊙ x, t = σ(W x + b), b about -2",
                    "Srivastava, Greff and Schmidhuber 2015, Training very deep networks",
                    "A gate learns how much of each value passes unchanged; a negative bias lets all pass at first.",
                    "Doubles the parameters; with a bias of 0 the gates halve the signal in each layer."),
            new Description("dense-block", "Dense blocks", "each layer reads the concatenation of all before it",
                    "Huang et al. 2017, Densely connected convolutional networks",
                    "Every layer is a short way from the loss.",
                    "Memory and computation grow with the square of the depth of a block."),
            new Description("pre-norm", "Normalization before attention",
                    "y = x + F(norm(x)) instead of norm(x + F(x))",
                    "Xiong et al. 2020, On layer normalization in the transformer architecture",
                    "Gradients near the output are no longer large at the start, so warm-up is hardly needed.",
                    "At equal depth the result is often a little worse than that of a post-norm network that did train."));

    private Shortcuts() {
    }
}
