package dev.headwater.core.law;

import dev.headwater.core.layer.Layer;
import dev.headwater.core.tensor.Shape;
import java.util.List;
import java.util.Map;

/** A yardstick as a function of the case, which knows how many steps of each example count. */
record WithLengths(Forward function) implements Yardstick {
    interface Forward {
        double[] of(LayerCases.Case one, double[] x, Map<String, double[]> parameters);
    }

    @Override
    public double[] forward(LayerCases.Case one, List<double[]> inputs, Map<String, double[]> parameters) {
        return function.of(one, inputs.get(0), parameters);
    }

    @Override
    public double[] forward(Layer layer, int rows, List<double[]> inputs, List<Shape> shapes,
            Map<String, double[]> parameters) {
        return forward(new LayerCases.Case(layer, rows, shapes), inputs, parameters);
    }

    /** Whether the i-th of all values belongs to a step that counts; examples of one axis have a single step. */
    static boolean counts(LayerCases.Case one, int i) {
        Shape shape = one.inputs().get(0);
        int steps = shape.rank() > 1 ? shape.extent(0) : 1;
        return one.steps() == null || i % shape.size() / (shape.size() / steps) < one.steps()[i / shape.size()];
    }
}
