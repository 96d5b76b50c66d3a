package dev.headwater.core.layer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.ShapeMismatch;
import dev.headwater.core.tensor.Tensor;
import java.util.List;

/**
 * The last step of a sequence that counts, {@code [time, ...]} to {@code [...]}: padding after it is passed over.
 * Backward: dy goes to that step, all others receive 0.
 */
@InFamily(LayerFamily.RECURRENT)
@Named(about = "the last step of a sequence that counts")
public record LastStep() implements Layer {
    @Override
    public Shape outputShape(List<Shape> inputs) {
        Shape x = inputs.get(0);
        if (x.rank() < 2) {
            throw new ShapeMismatch("LastStep reads a sequence [time, features], its input is " + x
                    + "; set returnSequences of the layer before it, or remove LastStep");
        }
        return TimeDistributed.step(x);
    }

    @Override
    public Kernel bind(Place place) {
        Tensor x = place.input(0);
        Tensor y = place.output();
        Tensor dy = place.outputGradient();
        Tensor dx = place.needsInputGradient(0) ? place.inputGradient(0) : null;
        return new Kernel() {
            @Override
            public void forward(Pass pass) {
                Steps.last(x, y, pass);
            }

            @Override
            public void backward(Pass pass) {
                if (dx != null) {
                    Steps.onlyLast(dy, dx, pass);
                }
            }
        };
    }
}
