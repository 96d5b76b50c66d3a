package dev.headwater.core.loss;

import dev.headwater.core.layer.Pass;

/** A loss's arithmetic between fixed tensors. */
public interface LossKernel {
    /**
     * What the mean over a whole batch is divided by: how many elements or examples count, padding left out, or the
     * summed weights of their classes.
     *
     * @param targets of the whole batch, row-major
     * @param lengths how many steps of each example count; {@code null} if all do
     * @param rows examples in the batch
     */
    double divisor(float[] targets, int[] lengths, int rows);

    /**
     * The sum of this part's losses over the divisor, so that the sum over the parts is the mean of the batch. If
     * {@link Pass#training}, also writes the gradient of that mean, 0 where a step does not count. A divisor of 0, which
     * a batch of nothing but padding has, gives 0.
     */
    double run(Pass pass, double divisor);
}
