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

    /** The output of a case; what heeds the lengths of examples overrides this. */
    default double[] forward(LayerCases.Case one, List<double[]> inputs, Map<String, double[]> parameters) {
        return forward(one.layer(), one.rows(), inputs, one.inputs(), parameters);
    }

    /**
     * What the case's gradients are differences of, at this point: itself, but where a layer cuts gradients on purpose a
     * function that holds constant what they may not pass.
     */
    @SuppressWarnings("unused")
    default Yardstick at(LayerCases.Case one, List<double[]> inputs, Map<String, double[]> parameters) {
        return this;
    }
}
