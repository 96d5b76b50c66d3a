package dev.headwater.core.layer;

/**
 * A kernel that needs sums over the whole batch, not only over its part, before it can go on. While training the engine
 * calls {@code gatherForward}, replaces the sums by those over all parts, added in their order, and then calls
 * {@code forward}; likewise backward. An evaluation gathers nothing.
 */
public interface Gathering extends Kernel {
    /** This part's sums of the forward pass; the same array always. In double, for differences of them are taken. */
    double[] forwardSums();

    /** Overwrites {@link #forwardSums} with those of this part. */
    void gatherForward(Pass pass);

    /** This part's sums of the backward pass; the same array always. */
    double[] backwardSums();

    /** Overwrites {@link #backwardSums} with those of this part; the gradient of the output is there already. */
    void gatherBackward(Pass pass);
}
