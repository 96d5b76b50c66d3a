package dev.headwater.core.layer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.tensor.Shape;
import java.util.List;

/** Where the data enter. */
@InFamily(LayerFamily.INPUT)
@Named(about = "where the data enter")
public record Input(
        @Setting(about = "Shape of one example, without the batch: [features] or [height, width, channels].") Shape shape)
        implements Layer {
    @Override
    public int minInputs() {
        return 0;
    }

    @Override
    public int maxInputs() {
        return 0;
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return shape;
    }

    /** Nothing to compute: the engine lays the batch into the output. */
    @Override
    public Kernel bind(Place place) {
        return new Kernel() {
            @Override
            public void forward(Pass pass) {
                // the batch is there already
            }

            @Override
            public void backward(Pass pass) {
                // data do not learn
            }
        };
    }
}
