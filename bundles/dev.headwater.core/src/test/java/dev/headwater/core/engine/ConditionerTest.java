package dev.headwater.core.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.network.Conditioning;
import dev.headwater.core.network.Graph;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionerTest {
    private static final int ROWS = 200;
    private static final int WIDE = 24;
    private static final Conditioning.Lsuv LSUV = new Conditioning.Lsuv(0.02, 20);

    /** Blocks of two dense layers around an identity, after a projection block with a weight in its shortcut. */
    private static String residual(int blocks) {
        return "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [6]},"
                + "{'id': 'p1', 'layer': 'Dense', 'from': ['in'], 'units': 16, 'activation': 'relu', 'weight': 'he'},"
                + "{'id': 'p2', 'layer': 'Dense', 'from': ['p1'], 'units': 16, 'activation': 'relu', 'weight': 'he'},"
                + "{'id': 'p3', 'layer': 'Dense', 'from': ['p2'], 'units': 16, 'weight': 'he', 'bias': 'ones'},"
                + "{'id': 'short', 'layer': 'Dense', 'from': ['in'], 'units': 16, 'weight': 'he'},"
                + "{'id': 'first', 'layer': 'Add', 'from': ['p3', 'short']},"
                + "{'id': 'stage', 'block': 'r', 'from': ['first'], 'repeat': " + blocks + "},"
                + "{'id': 'logits', 'layer': 'Dense', 'from': ['stage'], 'units': 2, 'weight': 'he', 'bias': 'ones'},"
                + "{'id': 'out', 'layer': 'Softmax', 'from': ['logits']}],"
                + "'blocks': {'r': {'nodes': [{'id': 'a', 'layer': 'Dense', 'from': ['$in'], 'units': 16,"
                + "'activation': 'relu', 'weight': 'he'},"
                + "{'id': 'b', 'layer': 'Dense', 'from': ['a'], 'units': 16, 'weight': 'he'},"
                + "{'id': 'sum', 'layer': 'Add', 'from': ['$in', 'b']}], 'out': 'sum'}},"
                + "'losses': [{'node': 'out', 'loss': 'categorical-cross-entropy'}],"
                + "'recipe': {'optimizer': {'kind': 'adam', 'learningRate': 0.003}}}";
    }

    private static List<String> apply(Conditioning how, String text, Model model, float[] x, long seed) {
        Graph graph = Nets.graph(Nets.network(text));
        return Conditioner.apply(how, graph, model, x, null, x.length / graph.nodes().getFirst().shape().size(), seed);
    }

    /** The pre-activations of a chain's dense layers, naively in double. */
    private static double[] varianceOfEachLayer(Model model, float[] x, int depth, boolean tanh) {
        double[] variances = new double[depth];
        double[][] h = new double[ROWS][];
        for (int r = 0; r < ROWS; r++) {
            h[r] = new double[x.length / ROWS];
            for (int i = 0; i < h[r].length; i++) {
                h[r][i] = x[r * h[r].length + i];
            }
        }
        for (int layer = 1; layer <= depth; layer++) {
            double[] w = LayerBench.read(model.tensors().get("d" + layer + "/weight"));
            double sum = 0;
            double squares = 0;
            for (int r = 0; r < ROWS; r++) {
                double[] z = new double[WIDE];
                for (int u = 0; u < WIDE; u++) {
                    for (int i = 0; i < h[r].length; i++) {
                        z[u] += w[u * h[r].length + i] * h[r][i];
                    }
                    sum += z[u];
                    squares += z[u] * z[u];
                    z[u] = tanh ? Math.tanh(z[u]) : Math.max(0, z[u]);
                }
                h[r] = z;
            }
            double n = ROWS * WIDE;
            variances[layer - 1] = squares / n - sum / n * (sum / n);
        }
        return variances;
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanh", "relu"})
    void lsuvGivesEveryLayerUnitVarianceBeforeItsActivation(String activation) {
        String text = Nets.chain(10, 20, WIDE, activation, "{'kind': 'sgd'}");
        float[] x = Nets.normal(10 * ROWS, 3);
        for (int i = 0; i < x.length; i++) {
            x[i] *= 7;
        }
        try (Model model = Nets.model(text, ROWS, 2, 1)) {
            assertTrue(Math.abs(varianceOfEachLayer(model, x, 20, activation.equals("tanh"))[0] - 1) > 1);
            assertEquals(List.of(), apply(LSUV, text, model, x, 1));
            for (double variance : varianceOfEachLayer(model, x, 20, activation.equals("tanh"))) {
                assertEquals(1, variance, 0.0201);
            }
        }
    }

    @Test
    void lsuvsWeightsAreOrthonormalUpToTheirScale() {
        String text = Nets.chain(10, 3, WIDE, "relu", "{'kind': 'sgd'}");
        try (Model model = Nets.model(text, ROWS, 1, 1)) {
            apply(LSUV, text, model, Nets.normal(10 * ROWS, 3), 1);
            double[] w = LayerBench.read(model.tensors().get("d2/weight"));
            double norm = 0;
            for (int i = 0; i < WIDE; i++) {
                norm += w[i] * w[i];
            }
            for (int a = 0; a < WIDE; a++) {
                for (int b = 0; b <= a; b++) {
                    double dot = 0;
                    for (int i = 0; i < WIDE; i++) {
                        dot += w[a * WIDE + i] * w[b * WIDE + i];
                    }
                    assertEquals(a == b ? 1 : 0, dot / norm, 1e-5);
                }
            }
        }
    }

    @Test
    void conditioningIsDeterministicWhateverTheParts() {
        float[] x = Nets.normal(6 * ROWS, 3);
        for (Conditioning how : List.of(LSUV, new Conditioning.Fixup())) {
            try (Model one = Nets.model(residual(3), ROWS, 1, 1);
                    Model two = Nets.model(residual(3), ROWS, 4, 2);
                    Model other = Nets.model(residual(3), ROWS, 1, 1)) {
                apply(how, residual(3), one, x, 1);
                apply(how, residual(3), two, x, 1);
                apply(how, residual(3), other, x, 2);
                ModelTest.snapshot(one).forEach((name, values) -> assertArrayEquals(values,
                        ModelTest.snapshot(two).get(name), name));
                assertEquals(how == LSUV, !Arrays.equals(ModelTest.snapshot(one).get("p1/weight"),
                        ModelTest.snapshot(other).get("p1/weight")), "only LSUV draws");
            }
        }
    }

    @Test
    void noneChangesNothing() {
        try (Model model = Nets.model(residual(2), ROWS, 1, 1)) {
            Map<String, float[]> before = ModelTest.snapshot(model);
            assertEquals(List.of(), apply(new Conditioning.None(), residual(2), model, new float[6], 1));
            before.forEach((name, values) -> assertArrayEquals(values, ModelTest.snapshot(model).get(name)));
        }
    }

    @Test
    void lsuvSaysWhichLayerItCouldNotScale() {
        String text = Nets.chain(4, 2, 5, "relu", "{'kind': 'sgd'}");
        try (Model model = Nets.model(text, 8, 1, 1)) {
            List<String> remarks = apply(LSUV, text, model, new float[32], 1);
            assertEquals(3, remarks.size());
            assertTrue(remarks.getFirst().contains("layer d1 with an output variance of 0.0"), remarks.getFirst());
        }
    }

    @Test
    void fixupScalesBranchesByDepthAndSilencesTheirLastLayers() {
        try (Model plain = Nets.model(residual(7), ROWS, 1, 1); Model fixed = Nets.model(residual(7), ROWS, 1, 1)) {
            assertEquals(List.of(), apply(new Conditioning.Fixup(), residual(7), fixed, new float[6], 1));
            Map<String, float[]> before = ModelTest.snapshot(plain);
            Map<String, float[]> after = ModelTest.snapshot(fixed);
            assertTimes(Math.pow(8, -0.25), before, after, "p1/weight"); // three layers, eight branches
            assertTimes(Math.pow(8, -0.25), before, after, "p2/weight");
            assertTimes(0, before, after, "p3/weight");
            assertTimes(0, before, after, "p3/bias");
            assertTimes(1, before, after, "short/weight");
            for (int i = 1; i <= 7; i++) {
                assertTimes(Math.pow(8, -0.5), before, after, "stage." + i + "/a/weight");
                assertTimes(0, before, after, "stage." + i + "/b/weight");
            }
            assertTimes(0, before, after, "logits/weight");
            assertTimes(0, before, after, "logits/bias");
            float[] t = Nets.labels(ROWS, 1);
            assertEquals(Math.log(2), fixed.step(Nets.normal(6 * ROWS, 1), t, ROWS), 1e-6);
        }
    }

    private static void assertTimes(double factor, Map<String, float[]> before, Map<String, float[]> after,
            String name) {
        for (int i = 0; i < before.get(name).length; i++) {
            assertEquals(factor * before.get(name)[i], after.get(name)[i], 1e-6, name);
        }
    }

    @Test
    void fixupSaysWhenThereIsNoBranch() {
        String text = Nets.chain(4, 2, 5, "relu", "{'kind': 'sgd'}");
        try (Model model = Nets.model(text, 8, 1, 1)) {
            String remark = apply(new Conditioning.Fixup(), text, model, new float[4], 1).getFirst();
            assertTrue(remark.contains("no residual branch"), remark);
        }
    }

    /** Without norm and without Fixup the forward pass of 100 blocks grows by 2^50. */
    @Test
    void aHundredBlocksWithoutNormTrainFromFixup() {
        float[] x = Nets.normal(6 * ROWS, 5);
        float[] t = new float[ROWS];
        for (int i = 0; i < ROWS; i++) {
            t[i] = x[6 * i] * x[6 * i + 1] > 0 ? 1 : 0;
        }
        try (Model plain = Nets.model(residual(100), ROWS, 1, 1); Model fixed = Nets.model(residual(100), ROWS, 1, 1)) {
            double wild = plain.step(x, t, ROWS);
            assertTrue(!(wild < 1e6), "loss without Fixup is " + wild);
            apply(new Conditioning.Fixup(), residual(100), fixed, x, 1);
            double last = 0;
            for (int i = 0; i < 45; i++) {
                last = fixed.step(x, t, ROWS);
            }
            assertTrue(last < 0.4, "loss fell only from 0.69 to " + last);
        }
    }

    @Test
    void theTwinWithActivationsApartComputesTheSame() {
        String text = Nets.chain(4, 3, 5, "tanh", "{'kind': 'sgd'}");
        Graph graph = Nets.graph(Nets.network(text));
        Graph apart = dev.headwater.core.network.ActivationsApart.of(graph);
        assertEquals(graph.nodes().size() + 4, apart.nodes().size());
        try (Model model = Nets.model(text, 8, 1, 1); Model twin = model.of(apart, 8)) {
            ModelTest.snapshot(model).forEach((name, values) -> twin.tensors().get(name).data().put(0, values));
            float[] x = Nets.normal(32, 1);
            float[] t = Nets.labels(8, 1);
            assertFalse(model.tensors().isEmpty());
            assertEquals(model.step(x, t, 8), twin.step(x, t, 8), 1e-6);
        }
    }

    /** Of a sequence the steps that count decide: padding, whose outputs are all the same, would shrink the variance. */
    @Test
    void unitVarianceIsThatOfTheStepsThatCount() {
        String text = "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [6, 4]},"
                + "{'id': 'a', 'layer': 'Dense', 'from': ['in'], 'units': 5, 'activation': 'tanh'},"
                + "{'id': 'out', 'layer': 'Dense', 'from': ['a'], 'units': 1}],"
                + "'losses': [{'node': 'out', 'loss': 'mse'}]}";
        int[] lengths = new int[50];
        float[] x = Nets.normal(50 * 24, 3);
        double squares = 0;
        double sum = 0;
        int count = 0;
        for (int e = 0; e < 50; e++) {
            lengths[e] = 1 + e % 6;
            Arrays.fill(x, e * 24 + lengths[e] * 4, (e + 1) * 24, 0f);
        }
        try (Model model = Nets.model(text, 50, 1, 1)) {
            assertEquals(List.of(), Conditioner.apply(LSUV, Nets.graph(Nets.network(text)), model, x, lengths, 50, 1));
            double[] w = LayerBench.read(model.tensors().get("a/weight"));
            for (int e = 0; e < 50; e++) {
                for (int z = 0; z < 5 * lengths[e]; z++) {
                    double value = 0;
                    for (int i = 0; i < 4; i++) {
                        value += w[z % 5 * 4 + i] * x[e * 24 + z / 5 * 4 + i];
                    }
                    sum += value;
                    squares += value * value;
                    count++;
                }
            }
        }
        double mean = sum / count;
        assertEquals(1, squares / count - mean * mean, LSUV.tolerance() + 1e-5);
    }
}
