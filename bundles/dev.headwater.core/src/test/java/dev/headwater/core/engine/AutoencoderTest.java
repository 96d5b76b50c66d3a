package dev.headwater.core.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.headwater.core.network.Network;
import dev.headwater.core.tensor.Tensor;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stages that train layers to reconstruct what they read. */
class AutoencoderTest {
    private static final int ROWS = 12;

    private static String net(String stages) {
        return "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [6]},"
                + "{'id': 'a', 'layer': 'Dense', 'from': ['in'], 'units': 5, 'activation': 'tanh'},"
                + "{'id': 'b', 'layer': 'Dense', 'from': ['a'], 'units': 4, 'activation': 'sigmoid'},"
                + "{'id': 'out', 'layer': 'Dense', 'from': ['b'], 'units': 1, 'activation': 'sigmoid'}],"
                + "'losses': [{'node': 'out', 'loss': 'binary-cross-entropy'}],"
                + "'recipe': {'optimizer': 'adam', 'epochs': 9, 'fit': {'fit': 'stages', 'stages': [" + stages
                + "{'nodes': ['a', 'b', 'out']}]}}}";
    }

    private static String stage(String node, String more) {
        return "{'fit': 'autoencoder', 'nodes': ['" + node + "'], 'epochs': 1" + more + "},";
    }

    private static final String BOTH = net(stage("a", "") + stage("b", ", 'corruption': 0.4"));

    private static Model model(String text, int batch, int parts, int threads) {
        Network network = Nets.network(text);
        Model model = new Model(Nets.graph(network), network.recipe(), batch, parts, threads);
        model.initialize(7);
        return model;
    }

    /** The same autoencoder as a network of its own, on targets that are its inputs. */
    private static String alone(String loss, String bend) {
        return "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [6]},"
                + "{'id': 'a', 'layer': 'Dense', 'from': ['in'], 'units': 5, 'activation': 'tanh'},"
                + "{'id': 'd', 'layer': 'Dense', 'from': ['a'], 'units': 6, 'activation': '" + bend + "'}],"
                + "'losses': [{'node': 'd', 'loss': '" + loss + "'}], 'recipe': {'optimizer': 'adam'}}";
    }

    private static void copy(Model from, String name, Model to, String under) {
        Tensor there = to.tensors().get(under);
        there.data().put(0, from.tensors().get(name).data(), 0, there.shape().size());
    }

    private static void take(Model from, Model alone) {
        for (String name : List.of("weight", "bias")) {
            copy(from, "a/" + name, alone, "a/" + name);
            copy(from, "a.decoder1/" + name, alone, "d/" + name);
        }
    }

    private static float[] positive(int n, long seed) {
        float[] values = Nets.normal(n, seed);
        for (int i = 0; i < n; i++) {
            values[i] = (float) (1 / (1 + Math.exp(-values[i])));
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(strings = {"mean-squared-error", "huber", "binary-cross-entropy"})
    void aStageIsTheAutoencoderOfItsLayersToTheBit(String loss) {
        boolean between = loss.startsWith("binary");
        float[] x = between ? positive(6 * ROWS, 1) : Nets.normal(6 * ROWS, 1);
        float[] y = Nets.labels(ROWS, 1);
        try (Model model = model(net(stage("a", ", 'loss': '" + loss + "'")), ROWS, 2, 1);
                Model alone = Nets.model(alone(loss, between ? "sigmoid" : "linear"), ROWS, 2, 1)) {
            take(model, alone);
            Map<String, float[]> before = ModelTest.snapshot(model);
            model.pretrain(0, 0);
            for (int i = 0; i < 4; i++) {
                assertEquals(alone.step(x, x, ROWS), model.step(x, y, ROWS));
                assertArrayEquals(LayerBench.read(alone.gradients().get("a/weight")), LayerBench.read(model.gradients()
                        .get("a/weight")));
            }
            Map<String, float[]> after = ModelTest.snapshot(model);
            assertArrayEquals(ModelTest.snapshot(alone).get("a/weight"), after.get("a/weight"));
            assertArrayEquals(ModelTest.snapshot(alone).get("d/bias"), after.get("a.decoder1/bias"));
            for (String frozen : List.of("b/weight", "b/bias", "out/weight", "optimizer.mean/out/weight")) {
                assertArrayEquals(before.get(frozen), after.get(frozen), frozen);
            }
            Evaluation evaluation = model.evaluation(ROWS);
            evaluation.add(x, y, ROWS);
            Evaluation same = alone.evaluation(ROWS);
            same.add(x, x, ROWS);
            assertEquals(same.loss(), evaluation.loss());
            assertTrue(Double.isNaN(evaluation.accuracy()), "a reconstruction is no answer");
        }
    }

    @Test
    void afterItsStageADecoderIsGone() {
        float[] x = Nets.normal(6 * ROWS, 1);
        float[] y = Nets.labels(ROWS, 1);
        try (Model model = model(BOTH, ROWS, 2, 1); Model plain = model(net(""), ROWS, 2, 1)) {
            model.pretrain(0, 0);
            model.step(x, y, ROWS);
            model.pretrain(1, 1);
            model.step(x, y, ROWS);
            model.focus(node -> true, loss -> true, 2);
            for (String layer : List.of("a", "b", "out")) {
                copy(model, layer + "/weight", plain, layer + "/weight");
                copy(model, layer + "/bias", plain, layer + "/bias");
            }
            float[] decoder = ModelTest.snapshot(model).get("b.decoder2/weight");
            for (int i = 0; i < 300; i++) {
                assertEquals(plain.step(x, y, ROWS), model.step(x, y, ROWS), "step " + i);
            }
            assertArrayEquals(ModelTest.snapshot(plain).get("a/weight"), ModelTest.snapshot(model).get("a/weight"));
            assertArrayEquals(decoder, ModelTest.snapshot(model).get("b.decoder2/weight"));
            assertEquals(0, Arrays.stream(LayerBench.read(model.gradients().get("b.decoder2/weight"))).map(Math::abs)
                    .max().orElseThrow());
        }
    }

    @Test
    void whatIsRecordedIsTheDesignAlone() {
        try (Model model = model(BOTH, ROWS, 1, 1); Model plain = model(net(""), ROWS, 1, 1)) {
            assertEquals(plain.layout().series(), model.layout().series());
            assertEquals(plain.instruments().histogramLayout().series(), model.instruments().histogramLayout()
                    .series());
            model.pretrain(0, 0);
            model.step(Nets.normal(6 * ROWS, 1), Nets.labels(ROWS, 1), ROWS);
            double squares = 0;
            for (String name : List.of("a/weight", "a/bias", "a.decoder1/weight", "a.decoder1/bias")) {
                squares += Arrays.stream(LayerBench.read(model.gradients().get(name))).map(g -> g * g).sum();
            }
            assertEquals(Math.sqrt(squares), model.values()[2], 1e-6, "the norm of all that is trained");
        }
    }

    @Test
    void corruptionSparesTheTargetAndAnEvaluation() {
        float[] x = Nets.normal(6 * ROWS, 1);
        try (Model model = model(net(stage("a", ", 'corruption': 0.4")), ROWS, 1, 1);
                Model alone = Nets.model(alone("mean-squared-error", "linear"), ROWS, 1, 1)) {
            take(model, alone);
            model.pretrain(0, 0);
            Evaluation evaluation = model.evaluation(ROWS);
            evaluation.add(x, Nets.labels(ROWS, 1), ROWS);
            Evaluation same = alone.evaluation(ROWS);
            same.add(x, x, ROWS);
            assertEquals(same.loss(), evaluation.loss());
            float[][] seen = new float[2][];
            for (int i = 0; i < 2; i++) {
                double loss = model.step(x, Nets.labels(ROWS, 1), ROWS);
                seen[i] = corrupted(model, "in", 6);
                int zeros = 0;
                for (int k = 0; k < x.length; k++) {
                    assertTrue(seen[i][k] == 0 || seen[i][k] == x[k]);
                    zeros += seen[i][k] == 0 ? 1 : 0;
                }
                assertTrue(zeros > 14 && zeros < 45, zeros + " of 72 values are 0"); // expected 29, deviation 4.2
                assertEquals(alone.step(seen[i], x, ROWS), loss);
            }
            assertFalse(Arrays.equals(seen[0], seen[1]), "drawn anew at every step");
            assertArrayEquals(ModelTest.snapshot(alone).get("a/weight"), ModelTest.snapshot(model).get("a/weight"));
            model.focus(node -> true, loss -> true, 2);
            model.step(x, Nets.labels(ROWS, 1), ROWS);
            assertArrayEquals(x, corrupted(model, "in", 6), "only while the stage is trained");
        }
    }

    /** What the first layer behind a node read. */
    private static float[] corrupted(Model model, String from, int size) {
        PartPlan part = model.parts()[0];
        Network network = Nets.network(BOTH);
        var nodes = Nets.graph(network).nodes();
        var reader = nodes.stream().filter(node -> node.inputs().stream().anyMatch(i -> nodes.get(i).id().equals(
                from))).findFirst().orElseThrow();
        float[] read = new float[size * ROWS];
        part.input(reader, 0).data().get(0, read);
        return read;
    }

    @Test
    void whereAValueWasReplacedNoGradientGoesDown() {
        float[] x = Nets.normal(6 * ROWS, 1);
        try (Model model = model(BOTH, ROWS, 1, 1)) {
            model.pretrain(1, 0);
            model.step(x, Nets.labels(ROWS, 1), ROWS);
            float[] read = corrupted(model, "a", 5);
            Tensor gradient = model.parts()[0].gradient(1);
            int replaced = 0;
            for (int i = 0; i < read.length; i++) {
                assertEquals(read[i] == 0, gradient.data().get(i) == 0, "value " + i);
                replaced += read[i] == 0 ? 1 : 0;
            }
            assertTrue(replaced > 10 && replaced < 40, replaced + " of 60");
        }
    }

    /** Images to fewer, smaller maps: the decoder is a matrix over all positions. Then sequences, step by step. */
    @ParameterizedTest
    @ValueSource(strings = {"[4, 4, 2] | 'layer': 'Conv2D', 'filters': 3, 'kernel': 3",
            "[4, 8] | 'layer': 'GRU', 'units': 9, 'returnSequences': true", "[4, 8] | 'layer': 'LSTM', 'units': 9",
            "[4, 8] | 'layer': 'TimeDistributed', 'of': {'layer': 'BatchNorm'}"})
    void anyLayerCanBeTrainedSo(String what) {
        String shape = what.substring(0, what.indexOf('|') - 1);
        String layer = what.substring(what.indexOf('|') + 2);
        String text = "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': " + shape + "},"
                + "{'id': 'x', 'from': ['in'], " + layer + "}, {'id': 'flat', 'layer': 'Flatten', 'from': ['x']},"
                + "{'id': 'out', 'layer': 'Dense', 'from': ['flat'], 'units': 1}],"
                + "'losses': [{'node': 'out', 'loss': 'mse'}], 'recipe': {'optimizer': {'kind': 'adam',"
                + "'learningRate': 0.01}, 'epochs': 2, 'fit': {'fit': 'stages', 'stages': ["
                + "{'fit': 'autoencoder', 'nodes': 'x', 'epochs': 1, 'corruption': 0.1}, {'nodes': ['out']}]}}}";
        float[] x = Nets.normal(32 * ROWS, 1);
        int[] lengths = shape.equals("[4, 8]") ? new int[] {1, 4, 2, 3, 4, 4, 1, 2, 3, 4, 2, 2} : null;
        try (Model one = model(text, ROWS, 3, 1); Model two = model(text, ROWS, 3, 2)) {
            one.pretrain(0, 0);
            two.pretrain(0, 0);
            double first = one.step(x, new float[ROWS], lengths, ROWS);
            assertEquals(first, two.step(x, new float[ROWS], lengths, ROWS));
            double last = 0;
            for (int i = 0; i < 150; i++) {
                last = one.step(x, new float[ROWS], lengths, ROWS);
                assertEquals(last, two.step(x, new float[ROWS], lengths, ROWS), "threads do not change a bit");
            }
            assertTrue(last < 0.6 * first, first + " to " + last);
        }
    }

    @Test
    void aStepAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (Model model = model(BOTH, ROWS, 1, 1)) {
            float[] x = Nets.normal(6 * ROWS, 1);
            float[] y = Nets.labels(ROWS, 1);
            model.pretrain(1, 0);
            long least = Long.MAX_VALUE;
            for (int round = 0; round < 12; round++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < 300; i++) {
                    model.step(x, y, ROWS);
                }
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
            assertEquals(0, least, "bytes in 300 steps");
        }
    }
}
