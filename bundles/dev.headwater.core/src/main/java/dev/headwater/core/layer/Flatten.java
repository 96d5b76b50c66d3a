package dev.headwater.core.layer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.List;

/** An example of any shape as one row of features, row-major: {@code [28, 28, 1]} to {@code [784]}. */
@InFamily(LayerFamily.SHAPE)
@Named(about = "an example of any shape as one row of features")
public record Flatten() implements Layer {
    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Shape.of(inputs.get(0).size());
    }

    @Override
    public Kernel bind(Place place) {
        TileLoop copy = (w, r, n) -> Tiles.copy(r[0], w[0], n);
        Sweep forward = place.sweep(copy, new Tensor[] {place.output()}, place.input(0));
        Sweep backward = place.needsInputGradient(0)
                ? place.sweep(copy, new Tensor[] {place.inputGradient(0)}, place.outputGradient())
                : Sweep.NONE;
        return new Kernel() {
            @Override
            public void forward(Pass pass) {
                forward.run(pass.rows());
            }

            @Override
            public void backward(Pass pass) {
                backward.run(pass.rows());
            }
        };
    }
}
