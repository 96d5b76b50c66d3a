package dev.headwater.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.headwater.core.initializer.Zeros;
import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonReader;
import dev.headwater.core.layer.Dense;
import dev.headwater.core.loss.BinaryCrossEntropy;
import dev.headwater.core.telemetry.SeriesKind;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tensors that libtorch computed in double, for the layers and losses that exist. */
class ReferenceTensorsTest {
    /** One case, or a skipped test where the reference folder is not beside the checkout. */
    static Json.Obj read(String name) throws IOException {
        String shared = System.getProperty("headwater.shared");
        assumeTrue(shared != null && Files.isDirectory(Path.of(shared, "goldens")),
                "the reference tensors are not there (../shared/goldens)");
        return (Json.Obj) JsonReader.read(Path.of(shared, "goldens", name + ".json"));
    }

    static double[] values(Json.Obj of, String group, String name) {
        Json.Obj tensor = (Json.Obj) ((Json.Obj) of.get(group)).get(name);
        return ((Json.Arr) tensor.get("data")).items().stream().mapToDouble(Json::toDouble).toArray();
    }

    static double tolerance(Json.Obj of) {
        return Math.max(2e-6, 20 * Json.toDouble(((Json.Obj) of.get("check")).get("float32_deviation")));
    }

    static void assertClose(String what, double[] expected, double[] actual, double tolerance) {
        assertEquals(expected.length, actual.length, what);
        double largest = 0;
        for (double e : expected) {
            largest = Math.max(largest, Math.abs(e));
        }
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], tolerance * largest, what + "[" + i + "]");
        }
    }

    @Test
    void denseOnASequence() throws IOException {
        Json.Obj one = read("dense_sequence");
        Dense dense = new Dense(4, new dev.headwater.core.activation.Linear(), new Zeros(), new Zeros(), true);
        try (LayerBench bench = new LayerBench(dense, List.of(Shape.of(3, 7)), 2, false)) {
            LayerBench.write(bench.input(0), values(one, "inputs", "x"));
            bench.parameters().forEach((name, tensor) -> LayerBench.write(tensor, values(one, "parameters", name)));
            bench.run(values(one, "upstream", "y"));
            double tolerance = tolerance(one);
            assertClose("y", values(one, "outputs", "y"), LayerBench.read(bench.output()), tolerance);
            assertClose("dx", values(one, "gradients", "x"), LayerBench.read(bench.inputGradient(0)), tolerance);
            bench.gradients().forEach((name, tensor) -> assertClose(name, values(one, "gradients", name),
                    LayerBench.read(tensor), tolerance));
        }
    }

    @Test
    void binaryCrossEntropyFromLogits() throws IOException {
        Json.Obj one = read("loss_bce_logits");
        Tensor logits = tensor(values(one, "inputs", "logits"));
        Tensor target = tensor(values(one, "inputs", "target"));
        Tensor gradient = tensor(new double[20]);
        StepPass pass = new StepPass();
        pass.set(0, 5, 5, null, true, 0);
        double loss = new BinaryCrossEntropy().bind(true, logits, target, gradient).run(pass, 20);
        assertClose("loss", values(one, "outputs", "loss"), new double[] {loss}, tolerance(one));
        assertClose("gradient", values(one, "gradients", "logits"), LayerBench.read(gradient), tolerance(one));
    }

    private static Tensor tensor(double[] values) {
        Tensor tensor = Tensor.batch("t", FloatBuffer.allocate(values.length), Shape.of(values.length / 5), 5);
        LayerBench.write(tensor, values);
        return tensor;
    }

    @Test
    void eightSigmoidLayersVanishAsInLibtorch() throws IOException {
        Json.Obj one = read("net_mlp_8x5_sigmoid_bce");
        double tolerance = tolerance(one);
        for (int parts = 1; parts <= 2; parts++) {
            try (Model model = Nets.model(Nets.chain(2, 8, 5, "sigmoid", "{'kind': 'sgd'}"), 16, parts, 1)) {
                for (int i = 1; i <= 9; i++) {
                    String node = i == 9 ? "out" : "d" + i;
                    LayerBench.write(model.tensors().get(node + "/weight"), values(one, "parameters", "w" + i));
                    LayerBench.write(model.tensors().get(node + "/bias"), values(one, "parameters", "b" + i));
                }
                double loss = model.step(floats(values(one, "inputs", "x")), floats(values(one, "inputs", "target")),
                        16);
                assertClose("loss", values(one, "outputs", "loss"), new double[] {loss}, tolerance);
                double[] norms = ((Json.Arr) ((Json.Obj) ((Json.Obj) one.get("derived")).get("layer_output_grad_norm"))
                        .get("data")).items().stream().mapToDouble(Json::toDouble).toArray();
                for (int i = 1; i <= 9; i++) {
                    String node = i == 9 ? "out" : "d" + i;
                    assertClose(node + " dw", values(one, "gradients", "w" + i),
                            LayerBench.read(model.gradients().get(node + "/weight")), tolerance);
                    assertClose(node + " db", values(one, "gradients", "b" + i),
                            LayerBench.read(model.gradients().get(node + "/bias")), tolerance);
                    if (i < 9) {
                        double norm = InstrumentTest.value(model, node, SeriesKind.OUTPUT_GRADIENT, null, "l2");
                        assertEquals(1, norm / norms[i - 1], tolerance, node + " norm of dL/d(output)");
                    }
                }
            }
        }
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
