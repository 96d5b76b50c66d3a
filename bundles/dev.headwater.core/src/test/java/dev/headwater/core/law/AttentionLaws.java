package dev.headwater.core.law;

import dev.headwater.core.activation.Linear;
import dev.headwater.core.activation.Relu;
import dev.headwater.core.activation.Tanh;
import dev.headwater.core.initializer.Constant;
import dev.headwater.core.initializer.Initializer;
import dev.headwater.core.initializer.Zeros;
import dev.headwater.core.layer.AlphaDropout;
import dev.headwater.core.layer.Dropout;
import dev.headwater.core.layer.Embedding;
import dev.headwater.core.layer.GaussianNoise;
import dev.headwater.core.layer.Highway;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.layer.MultiHeadAttention;
import dev.headwater.core.layer.Multiply;
import dev.headwater.core.layer.PReLU;
import dev.headwater.core.layer.Per;
import dev.headwater.core.layer.Permute;
import dev.headwater.core.layer.PositionalEmbedding;
import dev.headwater.core.layer.PositionalEncoding;
import dev.headwater.core.layer.Reshape;
import dev.headwater.core.layer.Scale;
import dev.headwater.core.tensor.OpenShape;
import dev.headwater.core.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/** Attention, embeddings, and layers that gate, scale, drop or rearrange: their forward passes from the papers, and the cases that are tried. */
final class AttentionLaws {
    private static final Initializer ANY = new Constant(0.1);

    private AttentionLaws() {
    }

    static List<LayerCases.Case> cases() {
        List<LayerCases.Case> cases = new ArrayList<>();
        rearranged(cases);
        noisy(cases);
        attentive(cases);
        return cases;
    }

    private static void rearranged(List<LayerCases.Case> cases) {
        Shape[] shapes = {Shape.of(5), Shape.of(3, 4), Shape.of(2, 3, 4)};
        for (Shape shape : shapes) {
            for (Per per : Per.values()) {
                cases.add(new LayerCases.Case(new Scale(per, ANY), 3, List.of(shape)));
                cases.add(new LayerCases.Case(new PReLU(per, ANY), 3, List.of(shape)));
            }
            cases.add(new LayerCases.Case(new Multiply(), 2, List.of(shape, shape)));
        }
        cases.add(new LayerCases.Case(new Scale(Per.CHANNEL, ANY), 40, List.of(Shape.of(1))));
        cases.add(new LayerCases.Case(new PReLU(Per.CHANNEL, ANY), 40, List.of(Shape.of(1))));
        cases.add(new LayerCases.Case(new Multiply(), 3, List.of(shapes[1], shapes[1], shapes[1], shapes[1])));
        cases.add(new LayerCases.Case(new Multiply(), 1, List.of(Shape.of(2100), Shape.of(2100))));
        cases.add(new LayerCases.Case(new Reshape(OpenShape.of(2, 6)), 2, List.of(Shape.of(3, 4))));
        cases.add(new LayerCases.Case(new Reshape(OpenShape.of(24)), 2, List.of(shapes[2])));
        cases.add(new LayerCases.Case(new Reshape(OpenShape.of(4, -1, 2)), 2, List.of(shapes[2])));
        cases.add(new LayerCases.Case(new Permute(Shape.of(1)), 2, List.of(shapes[0])));
        cases.add(new LayerCases.Case(new Permute(Shape.of(2, 1)), 2, List.of(shapes[1])));
        for (Shape axes : List.of(Shape.of(3, 1, 2), Shape.of(2, 3, 1), Shape.of(1, 3, 2))) {
            cases.add(new LayerCases.Case(new Permute(axes), 2, List.of(shapes[2])));
        }
        for (var activation : List.of(new Relu(), new Tanh(), new Linear())) {
            cases.add(new LayerCases.Case(new Highway(activation, -1, ANY, ANY), 3, List.of(shapes[0])));
            cases.add(new LayerCases.Case(new Highway(activation, -1, ANY, ANY), 2, List.of(shapes[1])));
        }
        cases.add(new LayerCases.Case(new Highway(new Tanh(), 0, ANY, ANY), 690, List.of(Shape.of(3))));
    }

    private static void noisy(List<LayerCases.Case> cases) {
        for (Shape shape : List.of(Shape.of(6), Shape.of(3, 4))) {
            for (double rate : new double[] {0, 0.3, 0.9}) {
                cases.add(new LayerCases.Case(new Dropout(rate), 4, List.of(shape)));
                cases.add(new LayerCases.Case(new AlphaDropout(rate), 4, List.of(shape)));
            }
            for (double deviation : new double[] {0, 0.1, 2}) {
                cases.add(new LayerCases.Case(new GaussianNoise(deviation), 4, List.of(shape)));
            }
        }
    }

    private static void attentive(List<LayerCases.Case> cases) {
        cases.add(new LayerCases.Case(new Embedding(4, 3, ANY), 3, List.of(Shape.of(6))));
        cases.add(new LayerCases.Case(new Embedding(9, 2, ANY), 2, List.of(Shape.of(2, 3))));
        cases.add(new LayerCases.Case(new Embedding(1, 1, ANY), 2, List.of(Shape.of(1))));
        for (Shape shape : List.of(Shape.of(5, 4), Shape.of(7, 3), Shape.of(1, 1))) {
            cases.add(new LayerCases.Case(new PositionalEncoding(10000), 2, List.of(shape)));
            cases.add(new LayerCases.Case(new PositionalEncoding(20), 2, List.of(shape)));
            cases.add(new LayerCases.Case(new PositionalEmbedding(ANY), 3, List.of(shape)));
        }
        for (boolean causal : new boolean[] {false, true}) {
            for (boolean useBias : new boolean[] {false, true}) {
                attention(cases, 2, -1, causal, useBias, Shape.of(4, 6));
                attention(cases, 3, 2, causal, useBias, Shape.of(3, 4));
                attention(cases, 2, -1, causal, useBias, Shape.of(3, 4), Shape.of(5, 3));
                attention(cases, 2, 3, causal, useBias, Shape.of(5, 4), Shape.of(3, 3), Shape.of(3, 2));
            }
        }
        attention(cases, 1, -1, true, true, Shape.of(4, 3));
    }

    private static void attention(List<LayerCases.Case> cases, int heads, int size, boolean causal, boolean useBias,
            Shape... inputs) {
        OptionalInt keySize = size < 0 ? OptionalInt.empty() : OptionalInt.of(size);
        cases.add(new LayerCases.Case(new MultiHeadAttention(heads, keySize, causal, ANY, new Zeros(), useBias), 2,
                List.of(inputs)));
    }

    static Map<Class<? extends Layer>, Yardstick> yardsticks() {
        Map<Class<? extends Layer>, Yardstick> all = new LinkedHashMap<>();
        all.put(Reshape.class, (layer, rows, inputs, shapes, parameters) -> inputs.get(0).clone());
        all.put(Permute.class, AttentionLaws::permute);
        all.put(Multiply.class, AttentionLaws::multiply);
        all.put(Scale.class, (layer, rows, inputs, shapes, parameters) -> bent(inputs.get(0), shapes.get(0),
                parameters.get("factor"), Double.POSITIVE_INFINITY));
        all.put(PReLU.class, (layer, rows, inputs, shapes, parameters) -> bent(inputs.get(0), shapes.get(0),
                parameters.get("weight"), 0));
        all.put(Highway.class, AttentionLaws::highway);
        all.put(Dropout.class, AttentionLaws::dropout);
        all.put(AlphaDropout.class, AttentionLaws::alphaDropout);
        all.put(GaussianNoise.class, AttentionLaws::gaussianNoise);
        all.put(Embedding.class, AttentionLaws::embedding);
        all.put(PositionalEncoding.class, AttentionLaws::positionalEncoding);
        all.put(PositionalEmbedding.class, (layer, rows, inputs, shapes, parameters) -> {
            double[] w = parameters.get("weight");
            double[] y = inputs.get(0).clone();
            Arrays.setAll(y, i -> y[i] + w[i % w.length]);
            return y;
        });
        all.put(MultiHeadAttention.class, NaiveAttention::forward);
        return all;
    }

    /** What a layer reads that takes whole numbers alone; {@code null} for all others. */
    static double[] wholeNumbers(Layer layer, int n, Random random) {
        return layer instanceof Embedding embedding
                ? random.ints(n, 0, embedding.vocabulary()).asDoubleStream().toArray()
                : null;
    }

    /**
     * The parameters whose gradient is 0 in exact arithmetic, so that a float has nothing but rounding: a bias of the
     * keys shifts all scores of a row alike. The notes on the reference tensors allow 1e-6 of the largest gradient.
     */
    static Set<String> vanishing(Layer layer) {
        return layer instanceof MultiHeadAttention ? Set.of("bk") : Set.of();
    }

    private static double[] permute(Layer layer, int rows, List<double[]> inputs, List<Shape> shapes,
            Map<String, double[]> parameters) {
        Shape axes = ((Permute) layer).axes();
        Shape in = shapes.get(0);
        int rank = in.rank();
        double[] y = new double[inputs.get(0).length];
        for (int i = 0; i < y.length; i++) { // by the coordinates of the input
            int[] coordinate = new int[rank];
            int rest = i % in.size();
            for (int axis = rank - 1; axis >= 0; axis--) {
                coordinate[axis] = rest % in.extent(axis);
                rest /= in.extent(axis);
            }
            int at = i / in.size();
            for (int k = 0; k < rank; k++) {
                int axis = axes.extent(k) - 1;
                at = at * in.extent(axis) + coordinate[axis];
            }
            y[at] = inputs.get(0)[i];
        }
        return y;
    }

    private static double[] multiply(Layer layer, int rows, List<double[]> inputs, List<Shape> shapes,
            Map<String, double[]> parameters) {
        double[] y = new double[inputs.get(0).length];
        for (int i = 0; i < y.length; i++) {
            y[i] = 1;
            for (double[] x : inputs) {
                y[i] *= x[i];
            }
        }
        return y;
    }

    /** a x where x is at most {@code to}, else x; one a, or one for each column. */
    private static double[] bent(double[] x, Shape shape, double[] a, double to) {
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] *= x[i] <= to ? a[a.length == 1 ? 0 : i % shape.columns()] : 1;
        }
        return y;
    }

    private static double[] highway(Layer layer, int rows, List<double[]> inputs, List<Shape> shapes,
            Map<String, double[]> parameters) {
        double[] x = inputs.get(0);
        int n = shapes.get(0).columns();
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            int row = i / n * n;
            double h = parameters.get("bias")[i % n];
            double t = parameters.get("transform_bias")[i % n];
            for (int j = 0; j < n; j++) {
                h += x[row + j] * parameters.get("weight")[i % n * n + j];
                t += x[row + j] * parameters.get("transform_weight")[i % n * n + j];
            }
            double gate = 1 / (1 + Math.exp(-t));
            y[i] = ((Highway) layer).activation().value(h) * gate + x[i] * (1 - gate);
        }
        return y;
    }

    private static double[] dropout(Layer layer, int rows, List<double[]> inputs, List<Shape> shapes,
            Map<String, double[]> parameters) {
        double rate = ((Dropout) layer).rate();
        double[] y = inputs.get(0).clone();
        Arrays.setAll(y, i -> PlainNoise.uniform("dropout", i) < rate ? 0 : y[i] / (1 - rate));
        return y;
    }

    /** As the paper has it: first α' for what is left out, then the affine map back to mean 0 and variance 1. */
    private static double[] alphaDropout(Layer layer, int rows, List<double[]> inputs, List<Shape> shapes,
            Map<String, double[]> parameters) {
        double q = 1 - ((AlphaDropout) layer).rate();
        double alpha = -1.0507009873554804934193349852946 * 1.6732632423543772848170429916717;
        double a = Math.pow(q + alpha * alpha * q * (1 - q), -0.5);
        double b = -a * (1 - q) * alpha;
        double[] y = inputs.get(0).clone();
        Arrays.setAll(y, i -> a * (PlainNoise.uniform("dropout", i) < 1 - q ? alpha : y[i]) + b);
        return y;
    }

    private static double[] gaussianNoise(Layer layer, int rows, List<double[]> inputs, List<Shape> shapes,
            Map<String, double[]> parameters) {
        double[] y = inputs.get(0).clone();
        Arrays.setAll(y, i -> y[i] + ((GaussianNoise) layer).deviation() * PlainNoise.normal("noise", i));
        return y;
    }

    private static double[] embedding(Layer layer, int rows, List<double[]> inputs, List<Shape> shapes,
            Map<String, double[]> parameters) {
        int size = ((Embedding) layer).size();
        double[] y = new double[inputs.get(0).length * size];
        Arrays.setAll(y, i -> parameters.get("weight")[(int) Math.rint(inputs.get(0)[i / size]) * size + i % size]);
        return y;
    }

    private static double[] positionalEncoding(Layer layer, int rows, List<double[]> inputs, List<Shape> shapes,
            Map<String, double[]> parameters) {
        int steps = shapes.get(0).extent(0);
        int features = shapes.get(0).extent(1);
        double[] y = inputs.get(0).clone();
        for (int i = 0; i < y.length; i++) {
            int column = i % features;
            double t = i / features % steps;
            double pair = column / 2;
            double angle = t / Math.pow(((PositionalEncoding) layer).base(), 2 * pair / features);
            y[i] += column % 2 == 0 ? Math.sin(angle) : Math.cos(angle);
        }
        return y;
    }
}
