package dev.headwater.core.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sequences of unequal length: only the steps that count have a loss, a gradient and an answer. */
class MaskedStepsTest {
    private static final int STEPS = 4;
    private static final int[] LENGTHS = {1, 4, 0, 2, 3};

    private static String net(String loss, int units, String last) {
        return "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [4, 3]},"
                + "{'id': 'd', 'layer': 'Dense', 'from': ['in'], 'units': " + units + "}"
                + (last == null ? "" : ", {'id': 'out', " + last + ", 'from': ['d']}")
                + "], 'losses': [{'node': '" + (last == null ? "d" : "out") + "', 'loss': " + loss + "}],"
                + "'recipe': {'optimizer': {'kind': 'sgd', 'learningRate': 0.1}}}";
    }

    private static final String CLASSES = net("'categorical-cross-entropy'", 2, "'layer': 'Softmax'");

    private static float[] withNoise(float[] values, int width, float noise) {
        float[] changed = values.clone();
        for (int e = 0; e < LENGTHS.length; e++) {
            Arrays.fill(changed, (e * STEPS + LENGTHS[e]) * width, (e + 1) * STEPS * width, noise);
        }
        return changed;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whatStandsInThePaddingDoesNotMatter(int parts) {
        float[] x = Nets.normal(5 * STEPS * 3, 1);
        float[] t = Nets.labels(5 * STEPS, 2);
        try (Model one = Nets.model(CLASSES, 5, parts, 1);
                Model other = Nets.model(CLASSES, 5, parts, 1);
                Model all = Nets.model(CLASSES, 5, parts, 1)) {
            double loss = one.step(withNoise(x, 3, 0), withNoise(t, 1, 0), LENGTHS, 5);
            assertEquals(loss, other.step(withNoise(x, 3, 50), withNoise(t, 1, 1), LENGTHS, 5));
            assertArrayEquals(ModelTest.snapshot(one).get("d/weight"), ModelTest.snapshot(other).get("d/weight"));
            all.step(x, t, 5);
            assertFalse(Arrays.equals(ModelTest.snapshot(one).get("d/weight"), ModelTest.snapshot(all).get(
                    "d/weight")), "without lengths the padding counts");
        }
    }

    /** The ten steps that count, given as ten examples of one step, are the same batch. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theMeanIsOverAllStepsThatCountInTheWholeBatch(int parts) {
        float[] x = Nets.normal(5 * STEPS * 3, 1);
        float[] t = Nets.labels(5 * STEPS, 2);
        float[] flatX = new float[30];
        float[] flatT = new float[10];
        int at = 0;
        for (int e = 0; e < 5; e++) {
            for (int s = 0; s < LENGTHS[e]; s++) {
                System.arraycopy(x, (e * STEPS + s) * 3, flatX, 3 * at, 3);
                flatT[at++] = t[e * STEPS + s];
            }
        }
        String flat = CLASSES.replace("[4, 3]", "[3]");
        try (Model sequences = Nets.model(CLASSES, 5, parts, 1); Model single = Nets.model(flat, 10, 1, 1)) {
            Evaluation masked = sequences.evaluation(5);
            masked.add(Arrays.copyOfRange(x, 0, 24), Arrays.copyOfRange(t, 0, 8), Arrays.copyOfRange(LENGTHS, 0, 2), 2);
            masked.add(Arrays.copyOfRange(x, 24, 60), Arrays.copyOfRange(t, 8, 20), Arrays.copyOfRange(LENGTHS, 2, 5),
                    3);
            Evaluation plain = single.evaluation(10);
            plain.add(flatX, flatT, 10);
            assertEquals(plain.loss(), masked.loss(), 1e-7);
            assertEquals(plain.accuracy(), masked.accuracy());
            for (float noise : new float[] {0, 1}) {
                Evaluation noisy = sequences.evaluation(5);
                noisy.add(x, withNoise(t, 1, noise), LENGTHS, 5);
                assertEquals(plain.accuracy(), noisy.accuracy(), "padding has no answers");
            }
            assertEquals(single.step(flatX, flatT, 10), sequences.step(x, t, LENGTHS, 5), 1e-7);
            assertArrayEquals(ModelTest.snapshot(single).get("d/weight"), ModelTest.snapshot(sequences).get(
                    "d/weight"), 1e-7f);
        }
    }

    private static String normalized(String norm) {
        return CLASSES.replace("{'id': 'out',", "{'id': 'n', 'from': ['d'], " + norm + "},"
                + "{'id': 'e', 'layer': 'Dense', 'from': ['n'], 'units': 2}, {'id': 'out',").replace(
                        "'from': ['d']}], 'losses'", "'from': ['e']}], 'losses'");
    }

    /** Statistics over time or over the batch see no padding, in one part or several. */
    @ParameterizedTest
    @ValueSource(strings = {"'layer': 'BatchNorm'", "'layer': 'GroupNorm', 'groups': 1",
            "'layer': 'LayerNorm', 'axes': 2", "'layer': 'RMSNorm', 'axes': 2",
            "'layer': 'TimeDistributed', 'of': {'layer': 'BatchNorm'}"})
    void whatStandsInThePaddingDoesNotMatterToNormalization(String norm) {
        float[] x = Nets.normal(5 * STEPS * 3, 1);
        float[] t = Nets.labels(5 * STEPS, 2);
        try (Model one = Nets.model(normalized(norm), 5, 1, 1);
                Model other = Nets.model(normalized(norm), 5, 1, 1);
                Model parts = Nets.model(normalized(norm), 5, 3, 2)) {
            for (int step = 0; step < 3; step++) {
                double loss = one.step(withNoise(x, 3, 0), t, LENGTHS, 5);
                assertEquals(loss, other.step(withNoise(x, 3, 50), t, LENGTHS, 5));
                assertEquals(loss, parts.step(withNoise(x, 3, -7), t, LENGTHS, 5), 1e-6);
            }
            Map<String, float[]> same = ModelTest.snapshot(other);
            Map<String, float[]> near = ModelTest.snapshot(parts);
            ModelTest.snapshot(one).forEach((name, values) -> {
                assertArrayEquals(values, same.get(name), name);
                assertArrayEquals(values, near.get(name), 1e-5f, name);
            });
        }
    }

    @Test
    void aBatchWithoutAnyStepLeavesTheRunningStatistics() {
        int[] none = {0, 0};
        try (Model model = Nets.model(normalized("'layer': 'BatchNorm'"), 5, 1, 1)) {
            Map<String, float[]> before = ModelTest.snapshot(model);
            assertEquals(0, model.step(new float[24], new float[8], none, 2));
            ModelTest.snapshot(model).forEach((name, values) -> assertArrayEquals(before.get(name), values, name));
        }
    }

    /** Cut after one example, its single step and the nine others must not weigh as examples do. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 1})
    void accumulatedBatchesWeighTheStepsThatCount(int first) {
        float[] x = Nets.normal(5 * STEPS * 3, 1);
        float[] t = Nets.labels(5 * STEPS, 2);
        try (Model whole = Nets.model(CLASSES, 5, 1, 1); Model pieces = Nets.model(CLASSES, 5, 1, 1)) {
            double expected = whole.step(x, t, LENGTHS, 5);
            pieces.accumulate(Arrays.copyOf(x, first * 12), Arrays.copyOf(t, first * 4), Arrays.copyOf(LENGTHS, first),
                    first, 5);
            assertEquals(expected, pieces.step(Arrays.copyOfRange(x, first * 12, 60), Arrays.copyOfRange(t, first * 4,
                    20), Arrays.copyOfRange(LENGTHS, first, 5), 5 - first), 1e-7);
            assertArrayEquals(ModelTest.snapshot(whole).get("d/weight"), ModelTest.snapshot(pieces).get("d/weight"),
                    1e-7f);
            assertEquals(expected, pieces.epochLoss().mean(), 1e-7);
        }
    }

    @Test
    void theLossOfAnEpochIsThatOfAllItsStepsTogether() {
        float[] x = Nets.normal(5 * STEPS * 3, 1);
        float[] t = Nets.labels(5 * STEPS, 2);
        try (Model model = Nets.model(CLASSES, 5, 2, 1)) {
            Evaluation all = model.evaluation(5);
            all.add(x, t, LENGTHS, 5);
            model.learningRate(0);
            model.step(Arrays.copyOf(x, 12), Arrays.copyOf(t, 4), Arrays.copyOf(LENGTHS, 1), 1);
            String state = model.epochLoss().state();
            float[] bad = Arrays.copyOfRange(x, 12, 60);
            bad[0] = Float.NaN;
            assertThrows(Diverged.class, () -> model.step(bad, Arrays.copyOfRange(t, 4, 20), Arrays.copyOfRange(LENGTHS,
                    1, 5), 4));
            model.step(Arrays.copyOfRange(x, 12, 60), Arrays.copyOfRange(t, 4, 20), Arrays.copyOfRange(LENGTHS, 1, 5),
                    4);
            double mean = model.epochLoss().mean();
            assertEquals(all.loss(), mean, 1e-7, "the step that failed does not count");
            model.epochLoss().clear();
            assertEquals(0, model.epochLoss().mean());
            model.epochLoss().restore(state);
            model.step(Arrays.copyOfRange(x, 12, 60), Arrays.copyOfRange(t, 4, 20), Arrays.copyOfRange(LENGTHS, 1, 5),
                    4);
            assertEquals(mean, model.epochLoss().mean(), "gone on with, the same bits");
            assertThrows(IllegalArgumentException.class, () -> model.epochLoss().restore("1.0"));
        }
    }

    @Test
    void hingeCountsItsAnswersBySign() {
        String text = net("'hinge'", 1, null).replace("[4, 3]", "[3]");
        try (Model model = Nets.model(text, 4, 1, 1)) {
            model.tensors().get("d/weight").data().put(0, new float[] {1, 0, 0});
            Evaluation evaluation = model.evaluation(4);
            float[] x = {0.3f, 0, 0, -0.2f, 0, 0, 4, 0, 0, -5, 0, 0};
            evaluation.add(x, new float[] {1, 0, 0, -1}, 4);
            assertEquals(0.75, evaluation.accuracy());
            assertEquals((0.7 + 0.8 + 5 + 0) / 4, evaluation.loss(), 1e-6);
        }
    }
}
