package dev.headwater.core.loss;

import dev.headwater.core.layer.Pass;

/** A loss's arithmetic between fixed tensors. */
public interface LossKernel {
    /**
     * This part's share of the batch's mean loss, so that the sum over the parts is the loss; divides by
     * {@link Pass#batchRows}. If {@link Pass#training}, also writes the gradient of the batch's mean loss.
     */
    double run(Pass pass);
}
