package dev.headwater.core.law;

import dev.headwater.core.activation.Activation;
import dev.headwater.core.layer.BatchNorm;
import dev.headwater.core.layer.Conv1D;
import dev.headwater.core.layer.Conv2D;
import dev.headwater.core.layer.GroupNorm;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.layer.LayerNorm;
import dev.headwater.core.layer.RMSNorm;
import dev.headwater.core.layer.WeightNorm;
import dev.headwater.core.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** The forward passes of convolutions, pooling and normalization, from their papers, in double. */
final class SpatialYardsticks {
    private SpatialYardsticks() {
    }

    /** One value of those in a window; padding is NaN. */
    @FunctionalInterface
    interface Reduction {
        double of(List<Double> window);
    }

    static double largest(List<Double> window) {
        return window.stream().filter(v -> !v.isNaN()).mapToDouble(v -> v).max().orElseThrow();
    }

    static Reduction mean(boolean padded) {
        return window -> {
            double sum = window.stream().filter(v -> !v.isNaN()).mapToDouble(v -> v).sum();
            return sum / window.stream().filter(v -> padded || !v.isNaN()).count();
        };
    }

    static int[] two(Shape shape) {
        return new int[] {shape.extent(0), shape.rank() == 1 ? shape.extent(0) : shape.extent(1)};
    }

    /** In front of an axis, and how many windows there are. */
    private static int[] layout(List<String> padding, int axis, int extent, int size, int stride, int dilation) {
        int span = dilation * (size - 1) + 1;
        if (padding.get(0).equals("same")) {
            int windows = (int) Math.ceil(extent / (double) stride);
            int missing = Math.max(0, stride * (windows - 1) + span - extent);
            return new int[] {missing / 2, windows};
        }
        int side = padding.get(0).equals("valid") ? 0
                : Integer.parseInt(padding.get(padding.size() == 1 ? 0 : axis));
        return new int[] {side, (int) Math.floor((extent + 2 * side - span) / (double) stride) + 1};
    }

    /** An image, or a sequence as an image of height 1. */
    private static int[] image(Shape shape) {
        return shape.rank() == 3 ? shape.toArray() : new int[] {1, shape.extent(0), shape.extent(1)};
    }

    /** The value at a place of an image, NaN outside. */
    private static double at(double[] x, int example, int[] image, int i, int j, int c) {
        return i < 0 || j < 0 || i >= image[0] || j >= image[1] ? Double.NaN
                : x[((example * image[0] + i) * image[1] + j) * image[2] + c];
    }

    static double[] conv1(Layer layer, int rows, List<double[]> inputs, List<Shape> shapes,
            Map<String, double[]> parameters) {
        Conv1D conv = (Conv1D) layer;
        return convolution(rows, inputs.get(0), shapes.get(0), conv.filters(), new int[] {1, conv.kernel()},
                new int[] {1, conv.stride()}, new int[] {1, conv.dilation()}, conv.padding(), conv.groups(),
                conv.activation(), parameters);
    }

    static double[] conv2(Layer layer, int rows, List<double[]> inputs, List<Shape> shapes,
            Map<String, double[]> parameters) {
        Conv2D conv = (Conv2D) layer;
        return convolution(rows, inputs.get(0), shapes.get(0), conv.filters(), two(conv.kernel()), two(conv.stride()),
                two(conv.dilation()), conv.padding(), conv.groups(), conv.activation(), parameters);
    }

    private static double[] convolution(int rows, double[] x, Shape shape, int filters, int[] kernel, int[] stride,
            int[] dilation, List<String> padding, int groups, Activation f, Map<String, double[]> parameters) {
        int[] image = image(shape);
        int[] down = shape.rank() == 2 ? new int[] {0, 1}
                : layout(padding, 0, image[0], kernel[0], stride[0], dilation[0]);
        int[] across = layout(padding, 1, image[1], kernel[1], stride[1], dilation[1]);
        double[] w = parameters.get("weight");
        double[] b = parameters.get("bias");
        int in = image[2] / groups;
        int out = filters / groups;
        double[] y = new double[rows * down[1] * across[1] * filters];
        for (int at = 0; at < y.length; at++) {
            int o = at % filters;
            int j = at / filters % across[1];
            int i = at / filters / across[1] % down[1];
            int example = at / filters / across[1] / down[1];
            double z = b == null ? 0 : b[o];
            for (int c = 0; c < in; c++) {
                for (int k = 0; k < kernel[0]; k++) {
                    for (int l = 0; l < kernel[1]; l++) {
                        double v = at(x, example, image, i * stride[0] - down[0] + k * dilation[0],
                                j * stride[1] - across[0] + l * dilation[1], o / out * in + c);
                        z += Double.isNaN(v) ? 0 : v * w[((o * in + c) * kernel[0] + k) * kernel[1] + l];
                    }
                }
            }
            y[at] = f.value(z);
        }
        return y;
    }

    static double[] pool(int rows, double[] x, Shape shape, int[] size, int[] stride, List<String> padding,
            Reduction reduction) {
        int[] image = image(shape);
        int[] down = shape.rank() == 2 ? new int[] {0, 1} : layout(padding, 0, image[0], size[0], stride[0], 1);
        int[] across = layout(padding, 1, image[1], size[1], stride[1], 1);
        double[] y = new double[rows * down[1] * across[1] * image[2]];
        for (int at = 0; at < y.length; at++) {
            int c = at % image[2];
            int j = at / image[2] % across[1];
            int i = at / image[2] / across[1] % down[1];
            List<Double> window = new ArrayList<>();
            for (int k = 0; k < size[0]; k++) {
                for (int l = 0; l < size[1]; l++) {
                    window.add(at(x, at / image[2] / across[1] / down[1], image, i * stride[0] - down[0] + k,
                            j * stride[1] - across[0] + l, c));
                }
            }
            y[at] = reduction.of(window);
        }
        return y;
    }

    static double[] global(LayerCases.Case one, double[] x, Reduction reduction) {
        Shape shape = one.inputs().get(0);
        int channels = shape.columns();
        double[] y = new double[one.rows() * channels];
        for (int at = 0; at < y.length; at++) {
            List<Double> all = new ArrayList<>();
            for (int p = 0; p < shape.size() / channels; p++) {
                int i = at / channels * shape.size() + p * channels + at % channels;
                if (WithLengths.counts(one, i)) {
                    all.add(x[i]);
                }
            }
            y[at] = reduction.of(all);
        }
        return y;
    }

    static double[] batchNorm(LayerCases.Case one, double[] x, Map<String, double[]> parameters) {
        int channels = one.inputs().get(0).columns();
        return normalize(one, x, i -> i % channels, i -> i % channels, true, ((BatchNorm) one.layer()).epsilon(),
                parameters);
    }

    static double[] layerNorm(LayerCases.Case one, double[] x, Map<String, double[]> parameters) {
        int size = last(one.inputs().get(0), ((LayerNorm) one.layer()).axes());
        return normalize(one, x, i -> i / size, i -> i % size, true, ((LayerNorm) one.layer()).epsilon(), parameters);
    }

    static double[] rmsNorm(LayerCases.Case one, double[] x, Map<String, double[]> parameters) {
        int size = last(one.inputs().get(0), ((RMSNorm) one.layer()).axes());
        return normalize(one, x, i -> i / size, i -> i % size, false, ((RMSNorm) one.layer()).epsilon(), parameters);
    }

    static double[] groupNorm(LayerCases.Case one, double[] x, Map<String, double[]> parameters) {
        Shape shape = one.inputs().get(0);
        int channels = shape.columns();
        int groups = ((GroupNorm) one.layer()).groups();
        return normalize(one, x, i -> i / shape.size() * groups + i % channels * groups / channels, i -> i % channels,
                true, ((GroupNorm) one.layer()).epsilon(), parameters);
    }

    private static int last(Shape shape, int axes) {
        int size = 1;
        for (int k = 1; k <= axes; k++) {
            size *= shape.extent(-k);
        }
        return size;
    }

    /** Every value that counts by the mean and variance of all those of the same set; 0 where it is padding. */
    private static double[] normalize(LayerCases.Case one, double[] x, IntUnaryOperator set, IntUnaryOperator place,
            boolean centered,
            double epsilon, Map<String, double[]> parameters) {
        Map<Integer, List<Double>> sets = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            if (!WithLengths.counts(one, i)) {
                continue;
            }
            sets.computeIfAbsent(set.applyAsInt(i), k -> new ArrayList<>()).add(x[i]);
        }
        Map<Integer, Double> means = new HashMap<>();
        Map<Integer, Double> variances = new HashMap<>();
        sets.forEach((k, values) -> {
            double mean = centered ? values.stream().mapToDouble(v -> v).average().orElseThrow() : 0;
            means.put(k, mean);
            variances.put(k, values.stream().mapToDouble(v -> (v - mean) * (v - mean)).average().orElseThrow());
        });
        double[] gamma = parameters.get("weight");
        double[] beta = parameters.get("bias");
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            if (!WithLengths.counts(one, i)) {
                continue;
            }
            int k = set.applyAsInt(i);
            int p = place.applyAsInt(i);
            double normal = (x[i] - means.get(k)) / Math.sqrt(variances.get(k) + epsilon);
            y[i] = normal * (gamma == null ? 1 : gamma[p]) + (beta == null ? 0 : beta[p]);
        }
        return y;
    }

    static double[] weightNorm(Layer layer, int rows, List<double[]> inputs, List<Shape> shapes,
            Map<String, double[]> parameters) {
        double[] g = parameters.get("weight_g");
        double[] v = parameters.get("weight_v");
        double[] w = new double[v.length];
        int width = v.length / g.length;
        for (int o = 0; o < g.length; o++) {
            double squares = 0;
            for (int i = 0; i < width; i++) {
                squares += v[o * width + i] * v[o * width + i];
            }
            for (int i = 0; i < width; i++) {
                w[o * width + i] = g[o] * v[o * width + i] / Math.sqrt(squares);
            }
        }
        Map<String, double[]> plain = new HashMap<>(parameters);
        plain.put("weight", w);
        Layer of = ((WeightNorm) layer).of();
        return Yardsticks.ALL.get(of.getClass()).forward(of, rows, inputs, shapes, plain);
    }
}
