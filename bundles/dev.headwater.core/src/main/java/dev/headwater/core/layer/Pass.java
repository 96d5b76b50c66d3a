package dev.headwater.core.layer;

/** One trip through the network; a single object that is reused. */
public interface Pass {
    /** Examples in this part of the batch; may be fewer than the tensors hold. */
    int rows();

    /** Examples in the whole batch, over all parts: what a mean is divided by. */
    int batchRows();

    /** Where in the whole batch this part's first example stands. */
    int firstRow();

    /**
     * Where this part's first example stands among all that the step's update sees, batches that were accumulated before
     * this one included: what noise depends on.
     */
    default int noiseRow() {
        return firstRow();
    }

    /** Whether examples are sequences of unequal length, so that some have steps that are padding. */
    boolean padded();

    /** How many of {@code steps} steps of this part's i-th example count: the first ones, padding follows. */
    int length(int example, int steps);

    /** Whether gradients will be asked for. */
    boolean training();

    /** The training step, from 0. */
    long step();
}
