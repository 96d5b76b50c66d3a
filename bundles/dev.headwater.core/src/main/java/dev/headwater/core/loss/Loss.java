package dev.headwater.core.loss;

import dev.headwater.core.layer.Layer;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;

/**
 * What training minimizes: a mean over the batch, and over the steps that count where outputs have a time axis.
 * Implementations are public records listed in {@link Losses}.
 */
public interface Loss {
    /**
     * The shape of one target for an output of this shape: the output's, or, for a categorical loss, with one column
     * that holds the class index.
     *
     * @throws dev.headwater.core.tensor.ShapeMismatch if the loss cannot judge such an output
     */
    Shape targetShape(Shape output);

    /** How accuracy is counted under this loss; {@link Scoring#ARGMAX} means that targets are class indices. */
    Scoring scoring();

    /** Whether the loss can start from the logits of this last layer. */
    boolean fuses(Layer last);

    /** What costs accuracy or sense in this loss on that last layer, in one sentence, or {@code null}. */
    default String warning(@SuppressWarnings("unused") Layer last) {
        return null;
    }

    /**
     * The arithmetic.
     *
     * @param fromLogits whether {@code output} holds logits (only if {@link #fuses})
     * @param output logits or outputs, batched
     * @param target batched, of {@link #targetShape}
     * @param gradient where dL/d(output) goes, batched
     */
    LossKernel bind(boolean fromLogits, Tensor output, Tensor target, Tensor gradient);
}
