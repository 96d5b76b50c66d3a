package dev.headwater.core.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.headwater.core.activation.Linear;
import dev.headwater.core.initializer.Distribution;
import dev.headwater.core.initializer.He;
import dev.headwater.core.initializer.Orthogonal;
import dev.headwater.core.initializer.Zeros;
import dev.headwater.core.layer.Conv2D;
import dev.headwater.core.layer.Dense;
import dev.headwater.core.layer.GlobalAveragePooling;
import dev.headwater.core.layer.GlobalMaxPooling;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.layer.MaxPooling2D;
import dev.headwater.core.layer.WeightNorm;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Convolutions, pooling and normalization in a network, and what their cases under the law do not reach. */
class SpatialModelTest {
    private static final int ROWS = 24;
    private static final String NET = "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [8, 8, 2]},"
            + "{'id': 'conv1', 'layer': 'Conv2D', 'from': ['in'], 'filters': 6, 'kernel': 3, 'padding': 'same',"
            + " 'activation': 'tanh'},"
            + "{'id': 'lines', 'layer': 'Conv2D', 'from': ['conv1'], 'filters': 8, 'kernel': 3, 'padding': 'same'},"
            + "{'id': 'bn', 'layer': 'BatchNorm', 'from': ['lines']},"
            + "{'id': 'max', 'layer': 'MaxPooling2D', 'from': ['bn']},"
            + "{'id': 'deep', 'layer': 'Conv2D', 'from': ['max'], 'filters': 8, 'kernel': [3, 3], 'padding': 1,"
            + " 'groups': 8},"
            + "{'id': 'wide', 'layer': 'WeightNorm', 'from': ['deep'], 'of': {'layer': 'Conv2D', 'filters': 8,"
            + " 'kernel': 1, 'activation': 'tanh'}},"
            + "{'id': 'gn', 'layer': 'GroupNorm', 'from': ['wide'], 'groups': 2},"
            + "{'id': 'average', 'layer': 'AveragePooling2D', 'from': ['gn'], 'size': 3, 'stride': 2, 'padding': [1, 1],"
            + " 'countIncludePad': false},"
            + "{'id': 'ln', 'layer': 'LayerNorm', 'from': ['average']},"
            + "{'id': 'rms', 'layer': 'RMSNorm', 'from': ['ln']},"
            + "{'id': 'global', 'layer': 'GlobalAveragePooling', 'from': ['rms']},"
            + "{'id': 'out', 'layer': 'Dense', 'from': ['global'], 'units': 1, 'activation': 'sigmoid'}],"
            + "'losses': [{'node': 'out', 'loss': 'binary-cross-entropy'}],"
            + "'recipe': {'optimizer': {'kind': 'adam', 'learningRate': 0.01}}}";

    private static double step(Model model, int i) {
        return model.step(Nets.normal(ROWS * 128, i), Nets.labels(ROWS, i), ROWS);
    }

    @Test
    void threadsDoNotChangeABitAndPartsOnlyRounding() {
        try (Model whole = Nets.model(NET, ROWS, 1, 1);
                Model one = Nets.model(NET, ROWS, 2, 1);
                Model two = Nets.model(NET, ROWS, 2, 2)) {
            for (int i = 0; i < 5; i++) {
                double loss = step(one, i);
                assertEquals(loss, step(two, i));
                assertEquals(step(whole, i), loss, 2e-4);
            }
            one.tensors().forEach((name, tensor) -> assertArrayEquals(LayerBench.read(tensor),
                    LayerBench.read(two.tensors().get(name)), name));
        }
    }

    @Test
    void itLearnsABatchByHeart() {
        try (Model model = Nets.model(NET, ROWS, 2, 2)) {
            double first = step(model, 1);
            double last = first;
            for (int i = 0; i < 150; i++) {
                last = step(model, 1);
            }
            assertTrue(last < 0.2 * first, first + " then " + last);
        }
    }

    @Test
    void aStepAllocatesNothing() {
        ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        float[] x = Nets.normal(ROWS * 128, 1);
        float[] t = Nets.labels(ROWS, 1);
        try (Model model = Nets.model(NET, ROWS, 2, 1)) {
            for (int i = 0; i < 400; i++) {
                model.step(x, t, ROWS);
            }
            long least = Long.MAX_VALUE;
            for (int round = 0; round < 5; round++) {
                long before = bean.getThreadAllocatedBytes(Thread.currentThread().threadId());
                for (int i = 0; i < 40; i++) {
                    model.step(x, t, ROWS);
                }
                least = Math.min(least, bean.getThreadAllocatedBytes(Thread.currentThread().threadId()) - before);
            }
            assertEquals(0, least, "bytes in 40 steps");
        }
    }

    @Test
    void namesAndLayoutsOfParametersAreThoseOfTheReference() {
        try (Model model = Nets.model(NET, ROWS, 1, 1)) {
            assertEquals(Shape.of(6, 2, 3, 3), model.tensors().get("conv1/weight").shape());
            assertEquals(Shape.of(8, 1, 3, 3), model.tensors().get("deep/weight").shape());
            assertEquals(Shape.of(8, 1, 1, 1), model.tensors().get("wide/weight_g").shape());
            assertEquals(Shape.of(8, 8, 1, 1), model.tensors().get("wide/weight_v").shape());
            assertEquals(Shape.of(8), model.tensors().get("wide/bias").shape());
            assertEquals(Shape.of(8), model.tensors().get("bn/weight").shape());
            assertEquals(1f, model.tensors().get("bn/weight").data().get(5));
            assertEquals(Shape.of(8), model.tensors().get("state/bn/running_var").shape());
        }
    }

    @Test
    void globalPoolingSeesOnlyTheStepsThatCount() {
        double[] x = {1, 5, 3, 2, 9, 8, 4, 1, 2, 7, 6, 6};
        check(new GlobalAveragePooling(), x, new double[] {2, 3.5, 4, 14. / 3},
                new double[] {.5, 1, .5, 1, 0, 0, 1, 4 / 3., 1, 4 / 3., 1, 4 / 3.});
        check(new GlobalMaxPooling(), x, new double[] {3, 5, 6, 7}, new double[] {0, 2, 1, 0, 0, 0, 0, 0, 0, 4, 3, 0});
    }

    /** Two sequences of three steps of two channels; of the first, two steps count. */
    private static void check(Layer layer, double[] x, double[] y, double[] dx) {
        try (LayerBench bench = new LayerBench(layer, List.of(Shape.of(3, 2)), 2, false)) {
            LayerBench.write(bench.input(0), x);
            LayerBench.write(bench.outputGradient(), new double[] {1, 2, 3, 4});
            StepPass pass = new StepPass();
            pass.set(1, 2, 3, new int[] {9, 2, 3}, true, 0);
            bench.kernel().forward(pass);
            bench.kernel().backward(pass);
            assertArrayEquals(y, LayerBench.read(bench.output()), 1e-6);
            assertArrayEquals(dx, LayerBench.read(bench.inputGradient(0)), 1e-6);
        }
    }

    @Test
    void theFirstOfEqualsWinsAndNoNanIsHidden() {
        MaxPooling2D pool = new MaxPooling2D(Shape.of(2), null, List.of("valid"));
        try (LayerBench bench = new LayerBench(pool, List.of(Shape.of(2, 4, 1)), 1, false)) {
            LayerBench.write(bench.input(0), new double[] {1, 3, Double.NaN, 5, 3, 3, 7, 1});
            bench.run(new double[] {10, 20});
            assertArrayEquals(new double[] {3, Double.NaN}, LayerBench.read(bench.output()));
            assertArrayEquals(new double[] {0, 10, 20, 0, 0, 0, 0, 0}, LayerBench.read(bench.inputGradient(0)));
        }
    }

    /** Else noise in the last digit would decide which units of an empty border are dead. */
    @Test
    void whereAConvolutionSeesOnlyZerosItIsExactlyZero() {
        Conv2D conv = new Conv2D(8, Shape.of(3), Shape.of(1), List.of("same"), Shape.of(1), 1, new Linear(), new He(
                Distribution.NORMAL, 0), new Zeros(), false);
        Shape image = Shape.of(8, 6, 8);
        try (LayerBench bench = new LayerBench(conv, List.of(image), 1, false)) {
            LayerBench.write(bench.parameters().get("weight"), doubles(Nets.normal(8 * 8 * 9, 1)));
            double[] oneLine = doubles(Nets.normal(image.size(), 2));
            for (int i = 0; i < oneLine.length; i++) {
                oneLine[i] = i / (6 * 8) == 3 ? oneLine[i] : 0;
            }
            LayerBench.write(bench.input(0), oneLine);
            bench.run(oneLine);
            for (Tensor tensor : List.of(bench.output(), bench.inputGradient(0))) {
                for (int i = 0; i < image.size(); i++) {
                    boolean reached = Math.abs(i / (6 * 8) - 3) <= 1;
                    assertEquals(reached, tensor.data().get(i) != 0, tensor.name() + " " + i);
                }
            }
        }
    }

    private static double[] doubles(float[] x) {
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            result[i] = x[i];
        }
        return result;
    }

    @Test
    void aConvolutionKnowsHowManyInputsAndOutputsMeet() {
        Conv2D conv = new Conv2D(8, Shape.of(3, 5), Shape.of(1), List.of("valid"), Shape.of(1), 2, new Linear(),
                new Zeros(), new Zeros(), true);
        var weight = conv.parameters(List.of(Shape.of(9, 9, 6))).get(0);
        assertEquals(Shape.of(8, 3, 3, 5), weight.shape());
        assertEquals(3 * 15, weight.fanIn());
        assertEquals(4 * 15, weight.fanOut());
        assertEquals(7 * 5 * 8 * 45, conv.multiplyAdds(List.of(Shape.of(9, 9, 6))));
    }

    /** The norm of w's rows is g; with an orthogonal start they are 1, with He's √2 on average. */
    @Test
    void aNormalizedWeightStartsAsItsLayerWould() {
        Shape input = Shape.of(400);
        for (boolean orthogonal : new boolean[] {true, false}) {
            Dense dense = new Dense(200, new Linear(), orthogonal ? new Orthogonal(1) : new He(Distribution.NORMAL, 0),
                    new Zeros(), false);
            var length = new WeightNorm(dense).parameters(List.of(input)).get(0);
            float[] g = new float[200];
            length.initializer().draw(g, length, new java.util.Random(1));
            double squares = 0;
            for (float v : g) {
                assertEquals(1, orthogonal ? v : v / Math.sqrt(2), orthogonal ? 1e-5 : 0.2);
                squares += v * v;
            }
            assertEquals(orthogonal ? 200 : 400, squares, orthogonal ? 1e-3 : 12);
        }
    }

    @Test
    void aNormalizedWeightHasTheLengthGAndTheDirectionV() {
        try (LayerBench bench = new LayerBench(new WeightNorm(new Dense(2, new Linear(), new He(Distribution.NORMAL, 0),
                new Zeros(), false)), List.of(Shape.of(2)), 3, false)) {
            LayerBench.write(bench.parameters().get("weight_g"), new double[] {5, 2});
            LayerBench.write(bench.parameters().get("weight_v"), new double[] {3, 4, 0, -7});
            LayerBench.write(bench.input(0), new double[] {1, 0, 0, 1, 1, 1});
            bench.run(new double[] {1, 0, 0, 0, 0, 0});
            assertArrayEquals(new double[] {3, 0, 4, -2, 7, -2}, LayerBench.read(bench.output()), 1e-6);
            assertArrayEquals(new double[] {0.6, 0}, LayerBench.read(bench.gradients().get("weight_g")), 1e-7);
            Tensor dv = bench.gradients().get("weight_v");
            assertArrayEquals(new double[] {0.64, -0.48, 0, 0}, LayerBench.read(dv), 1e-7);
        }
    }
}
