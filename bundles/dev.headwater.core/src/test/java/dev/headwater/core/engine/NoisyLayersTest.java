package dev.headwater.core.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.layer.AlphaDropout;
import dev.headwater.core.layer.Dropout;
import dev.headwater.core.layer.GaussianNoise;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.network.Graph;
import dev.headwater.core.network.NetworkFile;
import dev.headwater.core.network.Problem;
import dev.headwater.core.tensor.Shape;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dropout, alpha dropout and Gaussian noise: when they disturb, how much, and that chance is the run's, not the machine's. */
class NoisyLayersTest {
    private static final List<Layer> NOISY = List.of(new Dropout(0.4), new AlphaDropout(0.4), new GaussianNoise(0.5));
    private static final String NET = "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [6]},"
            + "{'id': 'noise', 'layer': 'GaussianNoise', 'from': ['in'], 'deviation': 0.3},"
            + "{'id': 'a', 'layer': 'Dense', 'from': ['noise'], 'units': 17, 'activation': 'selu'},"
            + "{'id': 'alpha', 'layer': 'AlphaDropout', 'from': ['a'], 'rate': 0.2},"
            + "{'id': 'b', 'layer': 'Dense', 'from': ['alpha'], 'units': 9, 'activation': 'tanh'},"
            + "{'id': 'drop', 'layer': 'Dropout', 'from': ['b']},"
            + "{'id': 'out', 'layer': 'Dense', 'from': ['drop'], 'units': 1, 'activation': 'sigmoid'}],"
            + "'losses': [{'node': 'out', 'loss': 'binary-cross-entropy'}],"
            + "'recipe': {'optimizer': {'kind': 'adam', 'learningRate': 0.01}}}";

    private static double[] output(LayerBench bench, long step) {
        StepPass pass = new StepPass();
        int rows = bench.output().rows();
        pass.set(0, rows, rows, null, true, step);
        bench.kernel().forward(pass);
        return LayerBench.read(bench.output());
    }

    private static double[] doubles(float[] values) {
        double[] all = new double[values.length];
        Arrays.setAll(all, i -> values[i]);
        return all;
    }

    @Test
    void anEvaluationIsNotDisturbed() {
        for (Layer layer : NOISY) {
            try (LayerBench bench = new LayerBench(layer, List.of(Shape.of(50)), 4, false)) {
                double[] x = doubles(Nets.normal(200, 1));
                LayerBench.write(bench.input(0), x);
                assertFalse(Arrays.equals(x, output(bench, 0)), layer + " does nothing while training");
                bench.evaluate();
                assertArrayEquals(x, LayerBench.read(bench.output()), layer.toString());
            }
        }
    }

    @Test
    void everyStepDrawsAnewAndTheSameStepTheSame() {
        for (Layer layer : NOISY) {
            try (LayerBench bench = new LayerBench(layer, List.of(Shape.of(50)), 4, false)) {
                LayerBench.write(bench.input(0), doubles(Nets.normal(200, 1)));
                double[] fifth = output(bench, 5);
                assertFalse(Arrays.equals(fifth, output(bench, 6)), layer.toString());
                assertArrayEquals(fifth, output(bench, 5), layer.toString());
            }
        }
    }

    @Test
    void dropoutAndNoiseLeaveTheMeanAndAlphaDropoutTheVarianceToo() {
        int n = 20_000;
        for (Layer layer : NOISY) {
            try (LayerBench bench = new LayerBench(layer, List.of(Shape.of(n)), 1, false)) {
                double[] x = doubles(Nets.normal(n, 3));
                LayerBench.write(bench.input(0), x);
                double meanOfX = Arrays.stream(x).average().orElseThrow();
                double squareOfX = Arrays.stream(x).map(v -> v * v).average().orElseThrow();
                double sum = 0;
                double squares = 0;
                int steps = 20;
                for (int step = 0; step < steps; step++) {
                    double[] y = output(bench, step);
                    sum += Arrays.stream(y).sum();
                    squares += Arrays.stream(y).map(v -> v * v).sum();
                }
                double deviation = 1.3 / Math.sqrt((double) n * steps);
                assertEquals(layer instanceof AlphaDropout ? 0 : meanOfX, sum / n / steps, 5 * deviation
                        + (layer instanceof AlphaDropout ? Math.abs(meanOfX) : 0), layer + " mean");
                double expected = layer instanceof Dropout ? squareOfX / 0.6
                        : layer instanceof AlphaDropout ? 1 : squareOfX + 0.25;
                assertEquals(expected, squares / n / steps, 0.02, layer + " mean square");
            }
        }
    }

    @Test
    void theShareLeftOutIsTheRate() {
        int n = 40_000;
        try (LayerBench bench = new LayerBench(new Dropout(0.4), List.of(Shape.of(n)), 1, false)) {
            double[] ones = new double[n];
            Arrays.fill(ones, 1);
            LayerBench.write(bench.input(0), ones);
            double[] y = output(bench, 0);
            long left = Arrays.stream(y).filter(v -> v == 0).count();
            assertEquals(0.4, left / (double) n, 4 * Math.sqrt(0.24 / n));
            Arrays.stream(y).filter(v -> v != 0).forEach(v -> assertEquals(1 / 0.6, v, 1e-6));
        }
    }

    private static Map<String, float[]> train(int parts, int threads, int steps) {
        try (Model model = Nets.model(NET, 150, parts, threads)) {
            for (int i = 0; i < steps; i++) {
                model.step(Nets.normal(6 * 149, i), Nets.labels(149, i), 149);
            }
            return ModelTest.snapshot(model);
        }
    }

    @ParameterizedTest
    @CsvSource({"2", "3"})
    void oneThreadAndTwoGiveTheSameBits(int parts) {
        Map<String, float[]> one = train(parts, 1, 10);
        Map<String, float[]> two = train(parts, 2, 10);
        one.forEach((name, values) -> assertArrayEquals(values, two.get(name), name));
    }

    @Test
    void theMaskDoesNotDependOnTheParts() {
        Map<String, float[]> whole = gradients(1);
        Map<String, float[]> parts = gradients(3);
        whole.forEach((name, values) -> assertArrayEquals(values, parts.get(name), 1e-6f, name));
        assertTrue(whole.get("out/weight")[0] != 0);
    }

    private static Map<String, float[]> gradients(int parts) {
        try (Model model = Nets.model(NET, 150, parts, 1)) {
            model.step(Nets.normal(6 * 149, 1), Nets.labels(149, 1), 149);
            Map<String, float[]> all = new java.util.LinkedHashMap<>();
            model.gradients().forEach((name, tensor) -> {
                float[] copy = new float[tensor.data().capacity()];
                tensor.data().get(0, copy);
                all.put(name, copy);
            });
            return all;
        }
    }

    /** Also within TimeDistributed, where every step of an example has numbers of its own. */
    @Test
    void batchesThatAreAccumulatedDrawWhatTheWholeBatchWould() {
        String text = "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [3, 4]},"
                + "{'id': 'drop', 'layer': 'TimeDistributed', 'from': ['in'], 'of': {'layer': 'Dropout'}},"
                + "{'id': 'noise', 'layer': 'GaussianNoise', 'from': ['drop'], 'deviation': 0.5},"
                + "{'id': 'row', 'layer': 'Flatten', 'from': ['noise']},"
                + "{'id': 'out', 'layer': 'Dense', 'from': ['row'], 'units': 1, 'activation': 'sigmoid'}],"
                + "'losses': [{'node': 'out', 'loss': 'binary-cross-entropy'}],"
                + "'recipe': {'optimizer': {'kind': 'sgd', 'learningRate': 0.1}}}";
        float[] x = Nets.normal(12 * 12, 1);
        float[] t = Nets.labels(12, 1);
        try (Model whole = Nets.model(text, 12, 1, 1); Model pieces = Nets.model(text, 12, 2, 1)) {
            double expected = whole.step(x, t, 12);
            pieces.accumulate(Arrays.copyOf(x, 7 * 12), Arrays.copyOf(t, 7), null, 7, 12);
            assertEquals(expected, pieces.step(Arrays.copyOfRange(x, 7 * 12, 12 * 12), Arrays.copyOfRange(t, 7, 12), 5),
                    1e-6);
            assertArrayEquals(ModelTest.snapshot(whole).get("out/weight"), ModelTest.snapshot(pieces).get("out/weight"),
                    1e-6f);
        }
    }

    @Test
    void aRestoredModelGoesOnToTheSameBits() {
        try (Model whole = Nets.model(NET, 16, 1, 1); Model second = Nets.model(NET, 16, 1, 1)) {
            for (int i = 0; i < 7; i++) {
                whole.step(Nets.normal(96, i), Nets.labels(16, i), 16);
            }
            ModelTest.snapshot(whole).forEach((name, values) -> second.tensors().get(name).data().put(0, values));
            second.resumeAt(whole.step());
            for (int i = 7; i < 15; i++) {
                assertEquals(whole.step(Nets.normal(96, i), Nets.labels(16, i), 16),
                        second.step(Nets.normal(96, i), Nets.labels(16, i), 16), "step " + i);
            }
            Map<String, float[]> expected = ModelTest.snapshot(whole);
            ModelTest.snapshot(second).forEach((name, values) -> assertArrayEquals(expected.get(name), values, name));
        }
    }

    @ParameterizedTest
    @CsvSource({"Dropout, rate, 1.5, 'in [0, 1), was 1.5'", "Dropout, rate, 1, 'in [0, 1), was 1'",
            "AlphaDropout, rate, -0.1, 'in [0, 1), was -0.1'",
            "GaussianNoise, deviation, -1, 'at least 0, was -1'"})
    void aSettingOutOfRangeIsNamedWithItsNode(String kind, String setting, String value, String demand) {
        String text = "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [6]}, {'id': 'dropout2', "
                + "'layer': '" + kind + "', 'from': ['in'], '" + setting + "': " + value + "}], 'losses': []}";
        var parsed = NetworkFile.read("net", text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        List<Problem> problems = new ArrayList<>(parsed.problems());
        Graph.of(parsed.network(), problems);
        assertEquals(List.of("'" + setting + "' of " + kind + " must be " + demand), problems.stream()
                .filter(problem -> "dropout2".equals(problem.node())).map(Problem::message).toList());
    }
}
