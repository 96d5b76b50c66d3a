package dev.headwater.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.headwater.core.activation.Relu;
import dev.headwater.core.initializer.Zeros;
import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonReader;
import dev.headwater.core.layer.GRU;
import dev.headwater.core.layer.LSTM;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.layer.SimpleRNN;
import dev.headwater.core.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Recurrent layers against tensors that libtorch computed in double. */
class RecurrentReferenceTest {
    private static final Zeros ANY = new Zeros();

    private static Json.Obj read(String name) throws IOException {
        String shared = System.getProperty("headwater.shared");
        assumeTrue(shared != null && Files.isDirectory(Path.of(shared, "goldens")),
                "the reference tensors are not there (../shared/goldens)");
        return (Json.Obj) JsonReader.read(Path.of(shared, "goldens", name + ".json"));
    }

    private static double[] values(Json.Obj of, String group, String name) {
        Json.Obj tensor = (Json.Obj) ((Json.Obj) of.get(group)).get(name);
        return ((Json.Arr) tensor.get("data")).items().stream().mapToDouble(Json::toDouble).toArray();
    }

    private static double tolerance(Json.Obj of) {
        return Math.max(2e-6, 20 * Json.toDouble(((Json.Obj) of.get("check")).get("float32_deviation")));
    }

    private static void assertClose(String what, double[] expected, double[] actual, double tolerance) {
        assertEquals(expected.length, actual.length, what);
        double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], tolerance * largest, what + "[" + i + "]");
        }
    }

    /** (time, batch, n) as (batch, time, n), and back. */
    private static double[] turned(double[] x, int outer, int inner) {
        int n = x.length / outer / inner;
        double[] y = new double[x.length];
        for (int a = 0; a < outer; a++) {
            for (int b = 0; b < inner; b++) {
                System.arraycopy(x, (a * inner + b) * n, y, (b * outer + a) * n, n);
            }
        }
        return y;
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            sum[i] = a[i] + b[i];
        }
        return sum;
    }

    /** The sum of both biases, but of a GRU's n the first alone. */
    private static double[] bias(Json.Obj one, String suffix, boolean apart) {
        double[] first = values(one, "parameters", "bias_ih" + suffix);
        double[] second = values(one, "parameters", "bias_hh" + suffix);
        if (apart) {
            Arrays.fill(second, second.length / 3 * 2, second.length, 0);
        }
        return sum(first, second);
    }

    private static void check(String name, Layer layer, boolean lstm, boolean gru) throws IOException {
        Json.Obj one = read(name);
        double tolerance = tolerance(one);
        int steps = 6;
        int batch = 5;
        int units = 4;
        try (LayerBench bench = new LayerBench(layer, List.of(Shape.of(steps, 7)), batch, false)) {
            LayerBench.write(bench.input(0), turned(values(one, "inputs", "x"), steps, batch));
            LayerBench.write(bench.parameters().get("weight_ih"), values(one, "parameters", "weight_ih_l0"));
            LayerBench.write(bench.parameters().get("weight_hh"), values(one, "parameters", "weight_hh_l0"));
            LayerBench.write(bench.parameters().get("bias"), bias(one, "_l0", gru));
            if (gru) {
                LayerBench.write(bench.parameters().get("bias_hn"),
                        Arrays.copyOfRange(values(one, "parameters", "bias_hh_l0"), 2 * units, 3 * units));
            }
            LayerBench.write(bench.scratch("initialState"), values(one, "inputs", "h0"));
            double[] upstream = turned(values(one, "upstream", "y"), steps, batch);
            double[] atEnd = values(one, "upstream", "hn");
            for (int row = 0; row < batch; row++) {
                for (int u = 0; u < units; u++) {
                    upstream[(row * steps + steps - 1) * units + u] += atEnd[row * units + u];
                }
            }
            if (lstm) {
                LayerBench.write(bench.scratch("cell"), values(one, "inputs", "c0"));
                LayerBench.write(bench.scratch("lastCellGradient"), values(one, "upstream", "cn"));
            }
            bench.run(upstream);
            assertClose("y", turned(values(one, "outputs", "y"), steps, batch), LayerBench.read(bench.output()),
                    tolerance);
            assertClose("dx", turned(values(one, "gradients", "x"), steps, batch),
                    LayerBench.read(bench.inputGradient(0)), tolerance);
            assertGradient(one, bench, "weight_ih", tolerance);
            assertGradient(one, bench, "weight_hh", tolerance);
            double[] db = values(one, "gradients", "bias_ih_l0");
            assertClose("db", db, LayerBench.read(bench.gradients().get("bias")), tolerance);
            if (gru) {
                double[] all = values(one, "gradients", "bias_hh_l0");
                assertClose("db_hn", Arrays.copyOfRange(all, 2 * units, 3 * units),
                        LayerBench.read(bench.gradients().get("bias_hn")), tolerance);
            }
            assertClose("dh0", values(one, "gradients", "h0"), LayerBench.read(bench.scratch("initialStateGradient")),
                    tolerance);
            if (lstm) {
                double[] cells = LayerBench.read(bench.scratch("cell")); // step after step
                assertClose("cn", values(one, "outputs", "cn"), Arrays.copyOfRange(cells, cells.length - batch * units,
                        cells.length), tolerance);
                assertClose("dc0", values(one, "gradients", "c0"), Arrays.copyOf(LayerBench.read(bench.scratch(
                        "cellGradient")), batch * units), tolerance);
            }
        }
    }

    private static void assertGradient(Json.Obj one, LayerBench bench, String name, double tolerance) {
        assertClose(name, values(one, "gradients", name + "_l0"), LayerBench.read(bench.gradients().get(name)),
                tolerance);
    }

    @Test
    void lstm() throws IOException {
        check("lstm_1layer", new LSTM(4, true, ANY, ANY, ANY, true, 0, false, 0, 0), true, false);
    }

    @Test
    void gru() throws IOException {
        check("gru_1layer", new GRU(4, true, ANY, ANY, ANY, true, 0), false, true);
    }

    @Test
    void reluRnn() throws IOException {
        check("rnn_relu", new SimpleRNN(4, new Relu(), true, ANY, ANY, ANY, true, 0), false, false);
    }

    /** The gradient of the last of 20 steps on its way back through an LSTM, step by step. */
    @Test
    void lstmOfTwentyStepsReportsTheNormAtEveryStep() throws IOException {
        Json.Obj one = read("net_lstm_T20_last");
        double tolerance = tolerance(one);
        String text = "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [20, 4]},"
                + "{'id': 'lstm', 'layer': 'LSTM', 'from': ['in'], 'units': 6},"
                + "{'id': 'out', 'layer': 'Dense', 'from': ['lstm'], 'units': 2}],"
                + "'losses': [{'node': 'out', 'loss': 'mse'}], 'recipe': {'optimizer': {'kind': 'sgd'}}}";
        for (int parts = 1; parts <= 2; parts++) {
            try (Model model = Nets.model(text, 3, parts, 1)) {
                LayerBench.write(model.tensors().get("lstm/weight_ih"), values(one, "parameters", "weight_ih"));
                LayerBench.write(model.tensors().get("lstm/weight_hh"), values(one, "parameters", "weight_hh"));
                LayerBench.write(model.tensors().get("lstm/bias"), bias(one, "", false));
                LayerBench.write(model.tensors().get("out/weight"), values(one, "parameters", "w_out"));
                LayerBench.write(model.tensors().get("out/bias"), values(one, "parameters", "b_out"));
                double loss = model.step(floats(turned(values(one, "inputs", "x"), 20, 3)),
                        floats(values(one, "inputs", "target")), 3);
                assertClose("loss", values(one, "outputs", "loss"), new double[] {loss}, tolerance);
                for (String[] pair : new String[][] {{"lstm/weight_ih", "weight_ih"}, {"lstm/weight_hh", "weight_hh"},
                        {"lstm/bias", "bias_ih"}, {"out/weight", "w_out"}, {"out/bias", "b_out"}}) {
                    assertClose(pair[1], values(one, "gradients", pair[1]),
                            LayerBench.read(model.gradients().get(pair[0])), tolerance);
                }
                double[] norms = values(one, "derived", "h_grad_norm");
                double[] reported = ThroughTimeTest.norms(model, "lstm");
                assertEquals(norms.length, reported.length);
                for (int t = 0; t < norms.length; t++) {
                    assertEquals(1, reported[t] / norms[t], tolerance, "norm of dL/dh at step " + t);
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
