package dev.headwater.core.network;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;

/**
 * What is done to the first parameters once all are drawn, with the whole network in sight. A closed choice: the engine
 * carries it out, once, before the first step of a new run.
 */
public sealed interface Conditioning {
    /** Nothing: the parameters stay as their initializers drew them. */
    @Named(about = "nothing: parameters stay as they were drawn")
    record None() implements Conditioning {
    }

    /**
     * Layer-sequential unit variance (Mishkin and Matas 2016): from the input on, every weight becomes orthonormal and
     * is then divided by the standard deviation of what it yields on a batch of training data, before the activation,
     * until that has variance 1.
     *
     * @param tolerance how far from 1 a variance may stay
     * @param iterations how often one weight is divided at most
     */
    @Named(about = "LSUV: orthonormal weights, each scaled to unit output variance on a batch of training data")
    record Lsuv(
            @Setting(about = "How far from 1 a variance may stay.", byDefault = "0.1", min = 1e-6, max = 1) double tolerance,
            @Setting(about = "How often one weight is scaled at most.", byDefault = "10", min = 1, max = 1000) int iterations)
            implements Conditioning {
    }

    /**
     * Fixup (Zhang, Dauphin and Ma 2019): in each of L residual branches of m weighted layers the last becomes 0 and the
     * others are multiplied by L^(−1/(2m − 2)); so does the layer in front of each loss become 0. Weights should have
     * been drawn by He's rule. Its scalar biases and multipliers are layers of their own, put into the design.
     */
    @Named(about = "Fixup: residual branches scaled by depth, their last layers and the classifier 0; no norm needed")
    record Fixup() implements Conditioning {
    }
}
