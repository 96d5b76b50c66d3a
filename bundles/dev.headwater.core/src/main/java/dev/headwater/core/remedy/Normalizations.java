package dev.headwater.core.remedy;

import java.util.List;

/** Remedies that normalize what flows between layers. */
final class Normalizations {
    static final List<Description> ALL = List.of(
            new Description("batch-norm", "Batch normalization",
                    "y = γ (x - mean) / sqrt(variance + ε) + β, over the batch",
                    "Ioffe and Szegedy 2015, Batch normalization",
                    "Signals keep their size whatever the weights' size, saturating units are brought back to their steep"
                            + " middle, and higher learning rates are possible.",
                    "Small batches make noisy statistics; training and evaluation differ; without shortcuts the gradient of very"
                            + " deep networks explodes at the start (Yang et al. 2019); a bias right before it has no effect.")
                    .shownBy("circle", "BatchNorm after sigmoid").shownBy("dying-relu",
                            "BatchNorm after ReLU: accuracy")
                    .shownBy("thirty-layers", "sigmoid with BatchNorm: accuracy")
                    .shownBy("selu-batchnorm", "ReLU with BatchNorm: accuracy"),
            new Description("layer-norm", "Layer normalization",
                    "as batch normalization, but over the features of one example",
                    "Ba, Kiros and Hinton 2016, Layer normalization",
                    "Independent of the batch, the same in training and evaluation, fit for sequences.",
                    "Makes features of one example compete; in image networks usually behind batch normalization."),
            new Description("group-norm", "Group normalization", "as layer normalization, but over groups of channels",
                    "Wu and He 2018, Group normalization",
                    "As good with batches of 2 as batch normalization with 32.",
                    "The number of groups is one more thing to choose; dead channels within a group pull it down."),
            new Description("rms-norm", "RMS normalization", "y = γ x / sqrt(mean(x²) + ε)",
                    "Zhang and Sennrich 2019, Root mean square layer normalization",
                    "Layer normalization without its mean: cheaper, about as good in transformers.",
                    "A common offset of all features stays in."),
            new Description("weight-norm", "Weight normalization", "w = g v / ‖v‖",
                    "Salimans and Kingma 2016, Weight normalization",
                    "Parts the length of a weight vector from its direction; no batch statistics.",
                    "Does not normalize what flows: the start must be scaled by data, and depth remains a matter of weights."));

    private Normalizations() {
    }
}
