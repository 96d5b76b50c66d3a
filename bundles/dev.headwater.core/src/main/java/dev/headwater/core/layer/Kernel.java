package dev.headwater.core.layer;

import dev.headwater.core.tensor.Tensor;

/**
 * A layer's arithmetic at its place. {@code backward} finds dL/d(output) in {@link Place#outputGradient}, may overwrite
 * it, and overwrites (never adds to) every parameter gradient and every input gradient that is needed.
 */
public interface Kernel {
    /** Computes the output from the inputs and parameters. */
    void forward(Pass pass);

    /** Computes the gradients of the parameters and inputs from the gradient of the output. */
    void backward(Pass pass);

    /**
     * Called once after a step that was good, on the first part's kernel alone: the moment to bring states such as
     * running statistics up to date.
     */
    default void settle(@SuppressWarnings("unused") Pass pass) {
        // most layers have no states
    }

    /**
     * The slope f'(z) of the layer's activation as the last forward left it, or {@code null} where it has none. What is 0
     * where the slope is, and nowhere else, will do, with a {@link #steepest} of 0, where f' is either 0 or its steepest.
     */
    default Tensor slope() {
        return null;
    }

    /** The largest |f'| of that activation: a unit is saturated at a hundredth of it. */
    default double steepest() {
        return 1;
    }

    /**
     * The total dL/dh of the layer's state at every step, {@code [time, units]}, as the last backward left it, or
     * {@code null} where it has none: the norm of each step is what truncated and full back-propagation differ in.
     */
    default Tensor throughTime() {
        return null;
    }

    /** What a fused loss starts from (see {@link Place#fusedWithLoss}); {@code null} where the layer cannot fuse. */
    default Tensor logits() {
        return null;
    }
}
