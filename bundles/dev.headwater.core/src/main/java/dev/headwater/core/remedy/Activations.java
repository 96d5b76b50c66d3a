package dev.headwater.core.remedy;

import java.util.List;

/** Remedies that change the function of the units. */
final class Activations {
    static final List<Description> ALL = List.of(
            new Description("relu", "ReLU instead of sigmoid or tanh", "f(z) = max(0, z); f' is 0 or 1",
                    "Glorot, Bordes and Bengio 2011, Deep sparse rectifier neural networks",
                    "A sigmoid's slope is at most 1/4, so a gradient shrinks at least by 4 in each layer unless the weights"
                            + " make up for it. The slope of an active ReLU is 1 at any size.",
                    "A unit that is negative for all data has slope 0 for good. In narrow layers, or with a learning rate that"
                            + " is too high, whole layers die; wants He's weights, not Xavier's.")
                    .shownBy("circle", "ReLU, He uniform").shownBy("dying-relu", "ReLU, Xavier uniform: accuracy"),
            new Description("leaky-relu", "Leaky ReLU, PReLU",
                    "f(z) = z for z > 0, else a z; a fixed (0.01 to 0.3), or learned"
                            + " per channel",
                    "Maas, Hannun and Ng 2013; He et al. 2015, Delving deep into rectifiers",
                    "No slope is ever 0, so no unit can die.",
                    "A small a lets through so little that a deep negative path still vanishes; a = 1 would be linear.")
                    .shownBy("circle", "leaky ReLU 0.3, He uniform")
                    .shownBy("dying-relu", "leaky ReLU 0.3, He: accuracy"),
            new Description("elu", "ELU, CELU", "f(z) = z for z > 0, else a (exp(z) - 1)",
                    "Clevert, Unterthiner and Hochreiter 2016, Fast and accurate deep network learning by exponential linear"
                            + " units",
                    "Negative values bring the mean of a layer's outputs near 0, and no unit is quite dead.",
                    "Far below 0 the slope is exp(z), which vanishes too; variance is not kept from layer to layer as by SELU."),
            new Description("selu", "SELU with LeCun's weights",
                    "f(z) = 1.0507 z for z > 0, else 1.7581 (exp(z) - 1); weights"
                            + " with variance 1/inputs",
                    "Klambauer et al. 2017, Self-normalizing neural networks",
                    "With these constants mean 0 and variance 1 are a stable fixed point, so outputs and gradients keep their"
                            + " size through a hundred layers without any normalization.",
                    "Only for plain chains with LeCun's weights and standardized inputs; shortcuts, ordinary dropout and other"
                            + " weights leave the fixed point.")
                    .shownBy("circle", "SELU, LeCun uniform").shownBy("dying-relu", "SELU, LeCun: accuracy")
                    .shownBy("selu-batchnorm", "SELU: accuracy"),
            new Description("tanh", "tanh with Xavier's weights",
                    "f(z) = tanh z; weights uniform in ± sqrt(6 / (inputs +"
                            + " outputs))",
                    "LeCun et al. 1998, Efficient backprop; Glorot and Bengio 2010",
                    "Unlike a sigmoid it is centered at 0 and has slope 1 there, so moderate depth is no trouble.",
                    "It saturates: large weights or inputs, and depth beyond some dozens of layers, make it vanish again.")
                    .shownBy("circle", "tanh, Xavier uniform"),
            new Description("gelu", "GELU, SiLU, Mish", "z Φ(z); z σ(z); z tanh(log(1 + exp z))",
                    "Hendrycks and Gimpel 2016; Ramachandran, Zoph and Le 2017; Misra 2019",
                    "Smooth, nearly 1 in slope above 0, and not flat just below it: what transformers use.",
                    "Far below 0 the slope is as good as 0; needs a norm or shortcuts in deep networks as ReLU does."));

    private Activations() {
    }
}
