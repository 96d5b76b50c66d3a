package dev.headwater.core.law;

import dev.headwater.core.layer.Activation;
import dev.headwater.core.layer.Add;
import dev.headwater.core.layer.Concatenate;
import dev.headwater.core.layer.Dense;
import dev.headwater.core.layer.Flatten;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.layer.Softmax;
import dev.headwater.core.tensor.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The yardsticks by layer. A new layer adds its forward pass here and its cases in {@link LayerCases}. */
final class Yardsticks {
    private static final Map<Class<? extends Layer>, Yardstick> BASIC = Map.of(
            Dense.class, Yardsticks::dense,
            Activation.class, Yardsticks::activation,
            Softmax.class, Yardsticks::softmax,
            Add.class, Yardsticks::add,
            Concatenate.class, Yardsticks::concatenate,
            Flatten.class, (layer, rows, inputs, shapes, parameters) -> inputs.get(0).clone());
    static final Map<Class<? extends Layer>, Yardstick> ALL = all();

    private Yardsticks() {
    }

    private static Map<Class<? extends Layer>, Yardstick> all() {
        Map<Class<? extends Layer>, Yardstick> all = new HashMap<>(BASIC);
        all.putAll(SpatialLaws.yardsticks());
        all.putAll(RecurrentLaws.yardsticks());
        all.putAll(AttentionLaws.yardsticks());
        all.putAll(EchoLaws.yardsticks());
        return Map.copyOf(all);
    }

    private static double[] dense(Layer layer, int rows, List<double[]> inputs, List<Shape> shapes,
            Map<String, double[]> parameters) {
        Dense dense = (Dense) layer;
        double[] x = inputs.get(0);
        double[] w = parameters.get("weight");
        double[] b = parameters.get("bias");
        int in = shapes.get(0).columns();
        int all = x.length / in;
        double[] y = new double[all * dense.units()];
        for (int r = 0; r < all; r++) {
            for (int u = 0; u < dense.units(); u++) {
                double z = b == null ? 0 : b[u];
                for (int i = 0; i < in; i++) {
                    z += x[r * in + i] * w[u * in + i];
                }
                y[r * dense.units() + u] = dense.activation().value(z);
            }
        }
        return y;
    }

    private static double[] activation(Layer layer, int rows, List<double[]> inputs, List<Shape> shapes,
            Map<String, double[]> parameters) {
        double[] y = inputs.get(0).clone();
        for (int i = 0; i < y.length; i++) {
            y[i] = ((Activation) layer).activation().value(y[i]);
        }
        return y;
    }

    private static double[] softmax(Layer layer, int rows, List<double[]> inputs, List<Shape> shapes,
            Map<String, double[]> parameters) {
        double[] x = inputs.get(0);
        int columns = shapes.get(0).columns();
        double[] y = new double[x.length];
        for (int from = 0; from < x.length; from += columns) {
            double sum = 0;
            for (int i = from; i < from + columns; i++) {
                sum += Math.exp(x[i]);
            }
            for (int i = from; i < from + columns; i++) {
                y[i] = Math.exp(x[i]) / sum;
            }
        }
        return y;
    }

    private static double[] add(Layer layer, int rows, List<double[]> inputs, List<Shape> shapes,
            Map<String, double[]> parameters) {
        double[] y = new double[inputs.get(0).length];
        for (double[] x : inputs) {
            for (int i = 0; i < y.length; i++) {
                y[i] += x[i];
            }
        }
        return y;
    }

    private static double[] concatenate(Layer layer, int rows, List<double[]> inputs, List<Shape> shapes,
            Map<String, double[]> parameters) {
        int columns = shapes.stream().mapToInt(Shape::columns).sum();
        int all = inputs.get(0).length / shapes.get(0).columns();
        double[] y = new double[all * columns];
        for (int r = 0; r < all; r++) {
            int at = r * columns;
            for (int k = 0; k < inputs.size(); k++) {
                for (int i = 0; i < shapes.get(k).columns(); i++) {
                    y[at++] = inputs.get(k)[r * shapes.get(k).columns() + i];
                }
            }
        }
        return y;
    }
}
