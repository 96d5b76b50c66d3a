package dev.headwater.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.headwater.core.activation.Linear;
import dev.headwater.core.initializer.Constant;
import dev.headwater.core.initializer.Zeros;
import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonReader;
import dev.headwater.core.layer.AveragePooling2D;
import dev.headwater.core.layer.BatchNorm;
import dev.headwater.core.layer.Conv2D;
import dev.headwater.core.layer.Gathering;
import dev.headwater.core.layer.GroupNorm;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.layer.LayerNorm;
import dev.headwater.core.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Convolution, pooling and normalization against tensors that libtorch computed in double. */
class SpatialReferenceTest {
    /** One case of the reference folder; images are turned from channels first to channels last. */
    private static final class Reference {
        private final Json.Obj all;
        private final double tolerance;

        Reference(String name) throws IOException {
            String shared = System.getProperty("headwater.shared");
            assumeTrue(shared != null && Files.isDirectory(Path.of(shared, "goldens")),
                    "the reference tensors are not there (../shared/goldens)");
            all = (Json.Obj) JsonReader.read(Path.of(shared, "goldens", name + ".json"));
            tolerance = Math.max(2e-6, 20 * Json.toDouble(((Json.Obj) all.get("check")).get("float32_deviation")));
        }

        double[] get(String group, String tensor) {
            Json.Obj found = (Json.Obj) ((Json.Obj) all.get(group)).get(tensor);
            double[] data = numbers(found.get("data"));
            int[] n = Arrays.stream(numbers(found.get("shape"))).mapToInt(v -> (int) v).toArray();
            if (n.length != 4 || group.equals("parameters") || tensor.equals("weight")) {
                return data;
            }
            double[] turned = new double[data.length];
            int from = 0;
            for (int example = 0; example < n[0]; example++) {
                for (int c = 0; c < n[1]; c++) {
                    for (int p = 0; p < n[2] * n[3]; p++) {
                        turned[(example * n[2] * n[3] + p) * n[1] + c] = data[from++];
                    }
                }
            }
            return turned;
        }

        private static double[] numbers(Json list) {
            return ((Json.Arr) list).items().stream().mapToDouble(Json::toDouble).toArray();
        }

        void parameters(LayerBench bench) {
            bench.parameters().forEach((name, tensor) -> LayerBench.write(tensor, get("parameters", name)));
        }

        void close(String group, String tensor, double[] actual) {
            double[] expected = get(group, tensor);
            double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
            assertEquals(expected.length, actual.length, tensor);
            for (int i = 0; i < expected.length; i++) {
                assertEquals(expected[i], actual[i], tolerance * largest, group + " " + tensor + "[" + i + "]");
            }
        }

        /** Output and all gradients of a training pass. */
        LayerBench check(Layer layer, int rows, int... shape) {
            LayerBench bench = new LayerBench(layer, List.of(Shape.of(shape)), rows, false);
            LayerBench.write(bench.input(0), get("inputs", "x"));
            parameters(bench);
            bench.run(get("upstream", "y"));
            close("outputs", "y", LayerBench.read(bench.output()));
            close("gradients", "x", LayerBench.read(bench.inputGradient(0)));
            bench.gradients().forEach((name, gradient) -> close("gradients", name, LayerBench.read(gradient)));
            return bench;
        }
    }

    private static Conv2D conv(int filters, int stride, int groups) {
        return new Conv2D(filters, Shape.of(3), Shape.of(stride), List.of("1"), Shape.of(1), groups, new Linear(),
                new Zeros(), new Zeros(), true);
    }

    @Test
    void convolutionWithStrideAndPadding() throws IOException {
        new Reference("conv2d_k3s2p1").check(conv(4, 2, 1), 2, 9, 8, 3).close();
    }

    @Test
    void depthwiseConvolution() throws IOException {
        new Reference("conv2d_depthwise").check(conv(3, 1, 3), 2, 9, 8, 3).close();
    }

    @Test
    void averagePooling() throws IOException {
        new Reference("avgpool_3x3s2").check(new AveragePooling2D(Shape.of(3), Shape.of(2), List.of("valid"), true), 2,
                9, 8, 3).close();
    }

    @Test
    void groupAndLayerNormalization() throws IOException {
        new Reference("groupnorm_g3").check(new GroupNorm(3, 1e-5, true, true), 2, 5, 4, 6).close();
        new Reference("layernorm_5x7").check(new LayerNorm(1, 1e-5, true, true), 5, 7).close();
    }

    private static BatchNorm batchNorm() {
        return new BatchNorm(0.1, 1e-5, true, true, new Constant(1));
    }

    private static void states(Reference reference, LayerBench bench, String suffix) {
        bench.states().forEach((name, state) -> reference.close("outputs", name + suffix, LayerBench.read(state)));
    }

    @Test
    void batchNormalizationOfImagesInTraining() throws IOException {
        Reference reference = new Reference("batchnorm2d_train");
        try (LayerBench bench = reference.check(batchNorm(), 2, 9, 8, 3)) {
            bench.states().forEach((name, state) -> LayerBench.write(state, reference.get("inputs", name)));
            bench.settle();
            states(reference, bench, "_after");
        }
    }

    @Test
    void batchNormalizationThroughThreeBatchesAndInEvaluation() throws IOException {
        Reference reference = new Reference("batchnorm1d_3batches_eval");
        try (LayerBench bench = new LayerBench(batchNorm(), List.of(Shape.of(7)), 5, false)) {
            reference.parameters(bench);
            bench.states().forEach((name, state) -> LayerBench.write(state, reference.get("inputs", name)));
            for (int i = 1; i <= 3; i++) {
                LayerBench.write(bench.input(0), reference.get("inputs", "x" + i));
                bench.run(new double[35]);
                bench.settle();
                reference.close("outputs", "y" + i, LayerBench.read(bench.output()));
                states(reference, bench, "_" + i);
            }
            LayerBench.write(bench.input(0), reference.get("inputs", "xeval"));
            bench.evaluate();
            reference.close("outputs", "yeval", LayerBench.read(bench.output()));
            frozenBackward(bench, reference.get("upstream", "yeval"));
            reference.close("gradients", "xeval", LayerBench.read(bench.inputGradient(0)));
            bench.gradients().forEach((name, tensor) -> reference.close("gradients", name, LayerBench.read(tensor)));
        }
    }

    private static void frozenBackward(LayerBench bench, double[] upstream) {
        LayerBench.write(bench.outputGradient(), upstream);
        StepPass pass = new StepPass();
        pass.set(0, 5, 5, null, false, 0);
        ((Gathering) bench.kernel()).gatherBackward(pass);
        bench.kernel().backward(pass);
    }
}
