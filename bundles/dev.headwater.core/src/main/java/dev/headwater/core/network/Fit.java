package dev.headwater.core.network;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import java.util.List;

/** How the parameters are found. A closed choice: every kind of run treats each. */
public sealed interface Fit {
    /** By the gradient of the loss, step by step. */
    @Named(about = "by the gradient of the loss, step by step")
    record GradientFit() implements Fit {
    }

    /**
     * By the gradient, some nodes after the others: greedy layer-wise training (Schmidhuber 1992, Hinton et al. 2006,
     * Bengio et al. 2007). A hidden layer with a head and a loss of its own makes a stage, so that no gradient has to come
     * far. Between two stages the optimizer begins anew.
     */
    @Named(about = "by the gradient, some nodes after the others: greedy layer-wise training")
    record StagesFit(
            @Setting(about = "The stages in their order: the nodes each trains, the losses that count, its epochs.", byDefault = "[]") List<Stage> stages)
            implements Fit {
        /** Copies the list. */
        public StagesFit {
            stages = List.copyOf(stages);
        }
    }
}
