package dev.headwater.core.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Batch normalization in a network: statistics of the whole batch, running ones, and what it is invariant to. */
class BatchNormTest {
    private static final int ROWS = 22;

    /** Images 4 × 4 × 2 through a convolution, a dense layer and a residual branch, all with batch normalization. */
    private static String net(String epsilon) {
        String norm = "'layer': 'BatchNorm', 'epsilon': " + epsilon;
        return "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [4, 4, 2]},"
                + "{'id': 'conv', 'layer': 'Conv2D', 'from': ['in'], 'filters': 3, 'kernel': 3, 'padding': 'same'},"
                + "{'id': 'bn1', " + norm + ", 'from': ['conv']},"
                + "{'id': 'flat', 'layer': 'Flatten', 'from': ['bn1']},"
                + "{'id': 'first', 'layer': 'Dense', 'from': ['flat'], 'units': 6, 'useBias': false},"
                + "{'id': 'bn2', " + norm + ", 'from': ['first']},"
                + "{'id': 'bent', 'layer': 'Activation', 'from': ['bn2'], 'activation': 'tanh'},"
                + "{'id': 'branch', 'layer': 'Dense', 'from': ['bent'], 'units': 6},"
                + "{'id': 'bn3', " + norm + ", 'from': ['branch']},"
                + "{'id': 'sum', 'layer': 'Add', 'from': ['bn3', 'bent']},"
                + "{'id': 'out', 'layer': 'Dense', 'from': ['sum'], 'units': 1, 'activation': 'sigmoid'}],"
                + "'losses': [{'node': 'out', 'loss': 'binary-cross-entropy'}],"
                + "'recipe': {'optimizer': {'kind': 'adam', 'learningRate': 0.01}}}";
    }

    private static Model model(int parts, int threads) {
        return Nets.model(net("1e-5"), ROWS, parts, threads);
    }

    private static double step(Model model, int i) {
        return model.step(Nets.normal(ROWS * 32, i), Nets.labels(ROWS, i), ROWS);
    }

    private static Map<String, float[]> copies(Map<String, Tensor> tensors) {
        Map<String, float[]> copies = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> {
            float[] copy = new float[tensor.data().capacity()];
            tensor.data().get(0, copy);
            copies.put(name, copy);
        });
        return copies;
    }

    private static void assertSameBits(Map<String, float[]> expected, Map<String, float[]> actual) {
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, values) -> assertArrayEquals(values, actual.get(name), name));
    }

    @ParameterizedTest
    @CsvSource({"2, 1, 2", "3, 1, 2", "5, 2, 3"})
    void threadsDoNotChangeABit(int parts, int some, int more) {
        try (Model one = model(parts, some); Model two = model(parts, more)) {
            for (int i = 0; i < 6; i++) {
                assertEquals(step(one, i), step(two, i));
            }
            assertSameBits(copies(one.tensors()), copies(two.tensors()));
        }
    }

    @Test
    void twoPartsHaveTheStatisticsAndGradientsOfTheWholeBatch() {
        try (Model one = model(1, 1); Model two = model(2, 1); Model many = model(7, 1)) {
            for (Model parts : new Model[] {two, many}) {
                one.initialize(3);
                parts.initialize(3);
                assertEquals(step(one, 1), step(parts, 1), 1e-6);
                assertClose(one.tensors(), parts.tensors(), "state/", 1e-6);
                assertClose(one.gradients(), parts.gradients(), "", 1e-5);
            }
        }
    }

    /** Relative to each tensor's largest; what the next normalization takes away has no gradient but rounding. */
    private static void assertClose(Map<String, Tensor> expected, Map<String, Tensor> actual, String prefix,
            double tolerance) {
        int seen = 0;
        for (Map.Entry<String, Tensor> entry : expected.entrySet()) {
            if (!entry.getKey().startsWith(prefix) || entry.getKey().matches("(conv|branch|bn1)/bias")) {
                continue;
            }
            double[] e = LayerBench.read(entry.getValue());
            double[] a = LayerBench.read(actual.get(entry.getKey()));
            double largest = 0;
            for (double v : e) {
                largest = Math.max(largest, Math.abs(v));
            }
            assertTrue(largest > 0, entry.getKey());
            for (int i = 0; i < e.length; i++) {
                assertEquals(e[i], a[i], tolerance * largest, entry.getKey() + "[" + i + "]");
                seen++;
            }
        }
        assertTrue(seen >= 24, seen + " values compared");
    }

    /** Ioffe and Szegedy 2015, 3.3: BN(aWx) = BN(Wx), and the gradient of aW is 1/a of that of W. */
    @ParameterizedTest
    @CsvSource({"first, 4", "first, 0.37", "branch, 100", "conv, 16", "conv, 0.01"})
    void scalingTheWeightLeavesTheOutputAndDividesTheGradient(String node, double a) {
        try (Model plain = Nets.model(net("1e-12"), ROWS, 1, 1); Model scaled = Nets.model(net("1e-12"), ROWS, 1, 1)) {
            Tensor w = scaled.tensors().get(node + "/weight");
            for (int i = 0; i < w.shape().size(); i++) {
                w.data().put(i, (float) (a * w.data().get(i)));
            }
            double loss = step(plain, 1);
            assertEquals(loss, step(scaled, 1), 1e-6 * loss);
            double[] expected = LayerBench.read(plain.gradients().get(node + "/weight"));
            double[] actual = LayerBench.read(scaled.gradients().get(node + "/weight"));
            double largest = 0;
            for (double v : expected) {
                largest = Math.max(largest, Math.abs(v));
            }
            assertTrue(largest > 1e-4, "there is a gradient");
            for (int i = 0; i < expected.length; i++) {
                assertEquals(expected[i], a * actual[i], 2e-5 * largest, node + "[" + i + "]");
            }
        }
    }

    /** The bias before a normalization does nothing, so its gradient is 0 in exact arithmetic. */
    @Test
    void aBiasBeforeTheNormalizationLearnsNothing() {
        try (Model model = model(1, 1)) {
            step(model, 1);
            double weight = norm(model.gradients().get("branch/weight"));
            double bias = norm(model.gradients().get("branch/bias"));
            assertTrue(bias < 1e-6 * weight, bias + " against " + weight);
        }
    }

    private static double norm(Tensor tensor) {
        double sum = 0;
        for (double v : LayerBench.read(tensor)) {
            sum += v * v;
        }
        return Math.sqrt(sum);
    }

    @Test
    void whileTrainingEveryChannelHasMeanZeroAndVarianceOne() {
        try (Model model = model(1, 1)) {
            step(model, 1);
            Tensor y = model.parts()[0].output(2);
            assertEquals("bn1/output", y.name());
            for (int c = 0; c < 3; c++) {
                double sum = 0;
                double squares = 0;
                for (int p = 0; p < ROWS * 16; p++) {
                    double v = y.data().get(p * 3 + c);
                    sum += v;
                    squares += v * v;
                }
                assertEquals(0, sum / (ROWS * 16), 1e-6);
                assertEquals(1, squares / (ROWS * 16), 1e-3);
            }
        }
    }

    @Test
    void evaluationUsesTheRunningStatisticsAndChangesNothing() {
        String text = "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [2]},"
                + "{'id': 'bn', 'layer': 'BatchNorm', 'from': ['in'], 'epsilon': 1e-3},"
                + "{'id': 'out', 'layer': 'Dense', 'from': ['bn'], 'units': 1}],"
                + "'losses': [{'node': 'out', 'loss': 'mean-squared-error'}]}";
        try (Model model = Nets.model(text, 3, 2, 1)) {
            LayerBench.write(model.tensors().get("state/bn/running_mean"), new double[] {2, -1});
            LayerBench.write(model.tensors().get("state/bn/running_var"), new double[] {4, 0.25});
            Map<String, float[]> before = copies(model.tensors());
            model.forward(new float[] {3, 5, 4, 6, 100, 7}, new float[3], null, 3, 3);
            assertSameBits(before, copies(model.tensors()));
            Tensor y = model.parts()[0].output(1);
            assertEquals((3 - 2) / Math.sqrt(4.001), y.data().get(0), 1e-6);
            assertEquals((5 + 1) / Math.sqrt(0.251), y.data().get(1), 1e-5);
            assertEquals((100 - 2) / Math.sqrt(4.001), model.parts()[1].output(1).data().get(0), 1e-5);
        }
    }

    @Test
    void runningStatisticsTakeTheUnbiasedVarianceOfTheWholeBatchOnce() {
        String text = "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [1]},"
                + "{'id': 'bn', 'layer': 'BatchNorm', 'from': ['in'], 'momentum': 0.25},"
                + "{'id': 'out', 'layer': 'Dense', 'from': ['bn'], 'units': 1}],"
                + "'losses': [{'node': 'out', 'loss': 'mean-squared-error'}]}";
        for (int parts = 1; parts <= 4; parts++) {
            try (Model model = Nets.model(text, 4, parts, 1)) {
                model.step(new float[] {1, 2, 3, 6}, new float[4], 4);
                assertEquals(0.25 * 3, model.tensors().get("state/bn/running_mean").data().get(0), 1e-6);
                assertEquals(0.75 + 0.25 * 14 / 3, model.tensors().get("state/bn/running_var").data().get(0), 1e-6);
            }
        }
    }

    @Test
    void aBatchOfOneIsItsOwnMeanAndLeavesTheVariance() {
        String text = "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [1]},"
                + "{'id': 'bn', 'layer': 'BatchNorm', 'from': ['in']},"
                + "{'id': 'out', 'layer': 'Dense', 'from': ['bn'], 'units': 1}],"
                + "'losses': [{'node': 'out', 'loss': 'mean-squared-error'}]}";
        try (Model model = Nets.model(text, 4, 2, 1)) {
            assertEquals(1, model.step(new float[] {5}, new float[] {1}, 1), 1e-6);
            assertEquals(0.5, model.tensors().get("state/bn/running_mean").data().get(0), 1e-6);
            assertEquals(1, model.tensors().get("state/bn/running_var").data().get(0), 0);
        }
    }

    @Test
    void aRestoredModelGoesOnToTheSameBits() {
        try (Model whole = model(2, 2); Model second = model(2, 1)) {
            for (int i = 0; i < 5; i++) {
                step(whole, i);
            }
            Map<String, float[]> saved = copies(whole.tensors());
            assertTrue(saved.containsKey("state/bn2/running_mean") && saved.containsKey("state/bn2/running_var"));
            saved.forEach((name, values) -> second.tensors().get(name).data().put(0, values));
            second.resumeAt(whole.step());
            for (int i = 5; i < 9; i++) {
                assertEquals(step(whole, i), step(second, i));
            }
            assertSameBits(copies(whole.tensors()), copies(second.tensors()));
            assertNotEquals(saved.get("state/bn2/running_mean")[0], second.tensors().get("state/bn2/running_mean")
                    .data().get(0));
            whole.initialize(7);
            assertEquals(1, whole.tensors().get("state/bn2/running_var").data().get(0), "starts anew");
        }
    }

    @Test
    void dataMayBeNormalizedWithoutAnythingToLearn() {
        for (String norm : new String[] {"BatchNorm", "LayerNorm"}) {
            String text = "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [3]},"
                    + "{'id': 'norm', 'layer': '" + norm + "', 'from': ['in'], 'scale': false, 'shift': false},"
                    + "{'id': 'out', 'layer': 'Dense', 'from': ['norm'], 'units': 1}],"
                    + "'losses': [{'node': 'out', 'loss': 'mean-squared-error'}]}";
            try (Model model = Nets.model(text, 8, 2, 2)) {
                double first = model.step(Nets.normal(24, 1), Nets.labels(8, 1), 8);
                double second = model.step(Nets.normal(24, 1), Nets.labels(8, 1), 8);
                assertTrue(second < first, first + " then " + second);
            }
        }
    }
}
