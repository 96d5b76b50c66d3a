package dev.headwater.core.network;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import java.util.List;
import java.util.OptionalInt;

/** How the parameters are found. A closed choice: every kind of run treats each. */
public sealed interface Fit {
    /** By the gradient of the loss, step by step. */
    @Named(about = "by the gradient of the loss, step by step")
    record GradientFit() implements Fit {
    }

    /**
     * In closed form, for the last layer alone, as an echo state network is trained (Jaeger 2001): with the rows of X
     * what the linear read-out reads at every step after the washout, and a 1 for its bias, and with those of Y the
     * targets, it finds the W that minimizes ‖X W − Y‖² + α ‖W‖², W = (XᵀX + α I)⁻¹ XᵀY.
     *
     * @param alpha how strongly large weights are punished
     * @param washout steps at each sequence's beginning that are left out; by default the longest of the reservoirs'
     */
    @Named(about = "the last linear Dense layer in closed form: W = (X^T X + alpha I)^-1 X^T Y")
    record RidgeFit(
            @Setting(about = "How strongly large weights are punished.", byDefault = "1e-6", min = 0) double alpha,
            @Setting(about = "Steps at each sequence's beginning that are left out; auto: the longest of the reservoirs'.", byDefault = "auto", min = 0) OptionalInt washout)
            implements Fit {
    }

    /**
     * By the gradient, some nodes after the others: greedy layer-wise training (Schmidhuber 1992, Hinton et al. 2006,
     * Bengio et al. 2007). A hidden layer with a head and a loss of its own makes a stage, so that no gradient has to come
     * far; or without targets one that is trained as an {@link Autoencoder}. Between two stages the optimizer begins
     * anew.
     */
    @Named(about = "by the gradient, some nodes after the others: greedy layer-wise training")
    record StagesFit(
            @Setting(about = "The stages in their order: the nodes each trains, what for, its epochs.", byDefault = "[]") List<Stage> stages)
            implements Fit {
        /** Copies the list. */
        public StagesFit {
            stages = List.copyOf(stages);
        }
    }
}
