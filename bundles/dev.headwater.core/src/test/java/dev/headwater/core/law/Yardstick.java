package dev.headwater.core.law;

import dev.headwater.core.layer.Layer;
import dev.headwater.core.tensor.Shape;
import java.util.List;
import java.util.Map;

/** A layer's forward pass from the paper, in double, without the engine. */
@FunctionalInterface
interface Yardstick {
    /**
     * The output for one batch.
     *
     * @param inputs row-major with the batch as first axis
     * @param shapes of one example of each input
     */
    double[] forward(Layer layer, int rows, List<double[]> inputs, List<Shape> shapes,
            Map<String, double[]> parameters);
}
