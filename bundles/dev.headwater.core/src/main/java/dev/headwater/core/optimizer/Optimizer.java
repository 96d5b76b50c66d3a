package dev.headwater.core.optimizer;

import java.util.List;

/** Turns gradients into updates. Implementations are public records listed in {@link Optimizers}. */
public interface Optimizer {
    /**
     * The names of the values it keeps per parameter, as checkpoints store them; empty for plain SGD. All are zero
     * before the first step.
     */
    List<String> slots();

    /** The step size before any schedule, for progress and run records. */
    double learningRate();

    /** Whether the step size decides every step, so that a schedule has an effect. */
    default boolean obeysLearningRate() {
        return true;
    }

    /** The arithmetic, for one thread. */
    Updater bind();
}
