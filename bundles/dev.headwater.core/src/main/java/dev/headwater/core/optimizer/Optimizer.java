package dev.headwater.core.optimizer;

import java.util.List;

/** Turns gradients into updates. Implementations are public records listed in {@link Optimizers}. */
public interface Optimizer {
    /** The names of the values it keeps per parameter, as checkpoints store them; empty for plain SGD. */
    List<String> slots();

    /** The step size, for progress and run records. */
    double learningRate();

    /** The arithmetic, for one thread. */
    Updater bind();
}
