package dev.headwater.core.layer;

/** One trip through the network; a single object that is reused. */
public interface Pass {
    /** Examples in this part of the batch; may be fewer than the tensors hold. */
    int rows();

    /** Examples in the whole batch, over all parts: what a mean is divided by. */
    int batchRows();

    /** Whether gradients will be asked for. */
    boolean training();

    /** The training step, from 0. */
    long step();
}
