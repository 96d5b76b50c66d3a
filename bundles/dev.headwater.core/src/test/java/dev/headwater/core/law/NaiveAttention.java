package dev.headwater.core.law;

import dev.headwater.core.layer.Layer;
import dev.headwater.core.layer.MultiHeadAttention;
import dev.headwater.core.tensor.Shape;
import java.util.List;
import java.util.Map;

/** Attention as Vaswani et al. 2017 write it, one query and one head at a time. */
final class NaiveAttention {
    private NaiveAttention() {
    }

    static double[] forward(Layer layer, int rows, List<double[]> inputs, List<Shape> shapes,
            Map<String, double[]> parameters) {
        return forward((MultiHeadAttention) layer, rows, inputs, shapes, parameters, null);
    }

    /** With the keys from {@code lengths[row]} on hidden. */
    static double[] forward(MultiHeadAttention layer, int rows, List<double[]> inputs, List<Shape> shapes,
            Map<String, double[]> parameters, int[] lengths) {
        int second = Math.min(1, shapes.size() - 1);
        int third = shapes.size() - 1;
        int steps = shapes.get(0).extent(0);
        int keys = shapes.get(second).extent(0);
        int features = shapes.get(0).columns();
        int d = layer.keySize().orElse(features / layer.heads());
        double[] q = dense(inputs.get(0), shapes.get(0).columns(), parameters, "q");
        double[] k = dense(inputs.get(second), shapes.get(second).columns(), parameters, "k");
        double[] v = dense(inputs.get(third), shapes.get(third).columns(), parameters, "v");
        int width = layer.heads() * d;
        double[] joined = new double[rows * steps * width];
        for (int row = 0; row < rows; row++) {
            int visible = lengths == null ? keys : Math.min(keys, lengths[row]);
            for (int t = 0; t < steps; t++) {
                for (int head = 0; head < layer.heads(); head++) {
                    double[] p = new double[layer.causal() ? Math.min(visible, t + 1) : visible];
                    double sum = 0;
                    for (int s = 0; s < p.length; s++) {
                        double score = 0;
                        for (int j = 0; j < d; j++) {
                            score += q[(row * steps + t) * width + head * d + j]
                                    * k[(row * keys + s) * width + head * d + j];
                        }
                        p[s] = Math.exp(score / Math.sqrt(d));
                        sum += p[s];
                    }
                    for (int s = 0; s < p.length; s++) {
                        for (int j = 0; j < d; j++) {
                            joined[(row * steps + t) * width + head * d + j] += p[s] / sum
                                    * v[(row * keys + s) * width + head * d + j];
                        }
                    }
                }
            }
        }
        return dense(joined, width, parameters, "o");
    }

    private static double[] dense(double[] x, int in, Map<String, double[]> parameters, String name) {
        double[] w = parameters.get("w" + name);
        double[] b = parameters.get("b" + name);
        int out = w.length / in;
        double[] y = new double[x.length / in * out];
        for (int i = 0; i < y.length; i++) {
            y[i] = b == null ? 0 : b[i % out];
            for (int j = 0; j < in; j++) {
                y[i] += x[i / out * in + j] * w[i % out * in + j];
            }
        }
        return y;
    }
}
