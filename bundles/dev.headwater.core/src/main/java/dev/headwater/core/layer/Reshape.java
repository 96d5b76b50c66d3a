package dev.headwater.core.layer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.tensor.OpenShape;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.ShapeMismatch;
import dev.headwater.core.tensor.Tensor;
import java.util.List;

/**
 * The same values, row-major, in another shape of as many: {@code [784]} to {@code [28, 28, 1]}. One extent may be −1: it
 * follows from the others, as in PyTorch. Backward: dx = dy.
 */
@InFamily(LayerFamily.SHAPE)
@Named(about = "the same values in another shape")
public record Reshape(
        @Setting(about = "Shape of one example of the output, with as many values as the input; -1 for an extent that follows.") OpenShape shape)
        implements Layer {
    @Override
    public Shape outputShape(List<Shape> inputs) {
        Shape input = inputs.get(0);
        Shape output = shape.filled(input.size());
        if (output == null) {
            throw new ShapeMismatch("Reshape cannot make " + shape + " with " + (shape.isOpen() ? "a multiple of " : "")
                    + shape.least()
                    + " values of " + input + " with " + input.size());
        }
        return output;
    }

    @Override
    public Kernel bind(Place place) {
        Sweep forward = place.sweep((w, r, n) -> Tiles.copy(r[0], w[0], n), new Tensor[] {place.output()},
                place.input(0));
        return Kernels.of(forward, Kernels.copyBack(place));
    }
}
