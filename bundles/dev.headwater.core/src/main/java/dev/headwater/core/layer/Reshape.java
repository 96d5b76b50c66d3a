package dev.headwater.core.layer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.ShapeMismatch;
import dev.headwater.core.tensor.Tensor;
import java.util.List;

/** The same values, row-major, in another shape of as many: {@code [784]} to {@code [28, 28, 1]}. Backward: dx = dy. */
@InFamily(LayerFamily.SHAPE)
@Named(about = "the same values in another shape")
public record Reshape(
        @Setting(about = "Shape of one example of the output; it must have as many values as the input.") Shape shape)
        implements Layer {
    @Override
    public Shape outputShape(List<Shape> inputs) {
        if (inputs.get(0).size() != shape.size()) {
            throw new ShapeMismatch("Reshape cannot make " + shape + " with " + shape.size() + " values of "
                    + inputs.get(0) + " with " + inputs.get(0).size());
        }
        return shape;
    }

    @Override
    public Kernel bind(Place place) {
        Sweep forward = place.sweep((w, r, n) -> Tiles.copy(r[0], w[0], n), new Tensor[] {place.output()},
                place.input(0));
        return Kernels.of(forward, Kernels.copyBack(place));
    }
}
