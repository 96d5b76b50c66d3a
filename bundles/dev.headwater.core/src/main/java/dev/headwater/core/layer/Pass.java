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

    /**
     * How many steps of each example of the whole batch count, the others being padding; {@code null} where all count.
     * This part's are those from {@link #firstRow} on.
     */
    int[] lengths();

    /** How many of {@code steps} steps of this part's i-th example count. */
    default int length(int example, int steps) {
        int[] all = lengths();
        return all == null ? steps : Math.min(steps, all[firstRow() + example]);
    }

    /** Whether gradients will be asked for. */
    boolean training();

    /** The training step, from 0. */
    long step();
}
