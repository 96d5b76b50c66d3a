package dev.headwater.core.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.headwater.core.network.Network;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a recipe does to a step: clipping, noise, accumulation, freezing. */
class RecipeStepsTest {
    private static final String SGD = "'optimizer': {'kind': 'sgd', 'learningRate': 1}";
    private static final int ROWS = 24;

    private static Model model(String recipe, int batch, int parts, int threads) {
        String chain = Nets.chain(6, 3, 17, "tanh", "'adam'");
        Network network = Nets.network(chain.replace("'optimizer': 'adam'", recipe));
        Model model = new Model(Nets.graph(network), network.recipe(), batch, parts, threads);
        model.initialize(7);
        return model;
    }

    private static double step(Model model, int seed) {
        return model.step(Nets.normal(6 * ROWS, seed), Nets.labels(ROWS, seed), ROWS);
    }

    /** The updates of one step of descent with rate 1, that is, the gradients as the optimizer saw them, negated. */
    private static Map<String, float[]> seen(Model model) {
        Map<String, float[]> before = ModelTest.snapshot(model);
        step(model, 1);
        Map<String, float[]> after = ModelTest.snapshot(model);
        after.forEach((name, values) -> {
            for (int i = 0; i < values.length; i++) {
                values[i] = before.get(name)[i] - values[i];
            }
        });
        return after;
    }

    private static double norm(Iterable<float[]> tensors) {
        double sum = 0;
        for (float[] tensor : tensors) {
            for (float x : tensor) {
                sum += (double) x * x;
            }
        }
        return Math.sqrt(sum);
    }

    private static double norm(float[] tensor) {
        return norm(Set.of(tensor));
    }

    private static void assertScaled(float[] gradient, double factor, float[] seen, String name) {
        for (int i = 0; i < gradient.length; i++) {
            assertEquals(gradient[i] * factor, seen[i], 3e-7, name); // the difference of two weights
        }
    }

    private static Map<String, float[]> gradients(Model model) {
        Map<String, float[]> all = ModelTest.snapshot(model);
        model.gradients().forEach((name, tensor) -> tensor.data().get(0, all.get(name)));
        return all;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.01, 1e-6, 100})
    void theGlobalNormIsScaledToTheThresholdAndItsDirectionStays(double threshold) {
        try (Model model = model(SGD + ", 'clip': {'clip': 'global-norm', 'threshold': " + threshold + "}", ROWS, 2,
                1)) {
            Map<String, float[]> seen = seen(model);
            Map<String, float[]> gradients = gradients(model);
            double norm = norm(gradients.values());
            double factor = norm >= threshold ? threshold / norm : 1;
            seen.forEach((name, values) -> assertScaled(gradients.get(name), factor, values, name));
            assertEquals(norm, model.values()[2], 1e-12 * norm, "recorded before clipping");
            assertEquals(factor < 1 ? 1 : 0, model.values()[3], 1e-12);
        }
    }

    @Test
    void eachParameterIsScaledByItsOwnNorm() {
        try (Model model = model(SGD + ", 'clip': {'clip': 'norm', 'threshold': 0.1}", ROWS, 1, 1)) {
            Map<String, float[]> seen = seen(model);
            Map<String, float[]> gradients = gradients(model);
            int[] cut = new int[1];
            seen.forEach((name, values) -> {
                double norm = norm(gradients.get(name));
                cut[0] += norm > 0.1 ? 1 : 0;
                assertScaled(gradients.get(name), Math.min(1, 0.1 / norm), values, name);
            });
            assertTrue(cut[0] > 0 && cut[0] < seen.size(), "some are cut and some are not: " + cut[0]);
            assertEquals((double) cut[0] / seen.size(), model.values()[3], 1e-12);
        }
    }

    @Test
    void valuesAreHeldWithinTheThreshold() {
        try (Model model = model(SGD + ", 'clip': {'clip': 'value', 'threshold': 0.02}", ROWS, 1, 1)) {
            Map<String, float[]> seen = seen(model);
            Map<String, float[]> gradients = gradients(model);
            int cut = 0;
            for (Map.Entry<String, float[]> one : seen.entrySet()) {
                for (int i = 0; i < one.getValue().length; i++) {
                    float g = gradients.get(one.getKey())[i];
                    cut += Math.abs(g) > 0.02 ? 1 : 0;
                    assertEquals(Math.clamp(g, -0.02f, 0.02f), one.getValue()[i], 3e-7);
                }
            }
            assertTrue(cut > 3);
        }
    }

    /** A factor of 1e-42 would have three digits in float. */
    @Test
    void anEnormousGradientKeepsItsDirection() {
        try (Model model = model(SGD + ", 'clip': {'clip': 'global-norm', 'threshold': 1e-3}", ROWS, 1, 1)) {
            model.tensors().get("d1/weight").data().put(0, 0.5f);
            float[] x = Nets.normal(6 * ROWS, 1);
            for (int i = 0; i < x.length; i++) {
                x[i] *= 1e36f;
            }
            for (int i = 0; i < 17 * 6; i++) {
                model.tensors().get("d1/weight").data().put(i, 0f); // tanh is in its middle
            }
            Map<String, float[]> before = ModelTest.snapshot(model);
            model.step(x, Nets.labels(ROWS, 1), ROWS);
            Map<String, float[]> gradients = gradients(model);
            double norm = norm(gradients.values());
            assertTrue(norm > 1e33, "norm " + norm);
            float[] after = ModelTest.snapshot(model).get("d1/weight");
            for (int i = 0; i < after.length; i++) {
                double expected = gradients.get("d1/weight")[i] * (1e-3 / norm);
                assertEquals(expected, before.get("d1/weight")[i] - after[i], 1e-6 * 1e-3);
            }
        }
    }

    @Test
    void noiseHasItsVarianceAndFades() {
        String noisy = SGD + ", 'gradientNoise': {'eta': 0.04, 'gamma': 2}";
        for (long at : new long[] {0, 9}) {
            try (Model with = model(noisy, ROWS, 1, 1); Model without = model(SGD, ROWS, 1, 1)) {
                with.resumeAt(at);
                without.resumeAt(at);
                float[] a = seen(with).get("d2/weight");
                float[] b = seen(without).get("d2/weight");
                double deviation = 0.2 / (1 + at);
                double mean = 0;
                double square = 0;
                for (int i = 0; i < a.length; i++) {
                    mean += (a[i] - b[i]) / deviation / a.length;
                    square += Math.pow((a[i] - b[i]) / deviation, 2) / a.length;
                }
                assertEquals(0, mean, 4 / Math.sqrt(a.length));
                assertEquals(1, square, 4 * Math.sqrt(2.0 / a.length));
                assertArrayEquals(gradients(without).get("d2/weight"), gradients(with).get("d2/weight"),
                        "what is recorded has no noise");
            }
        }
    }

    @Test
    void noiseDiffersFromStepToStepAndFromParameterToParameter() {
        String noisy = "'optimizer': {'kind': 'sgd', 'learningRate': 1e-9}, 'gradientNoise': {'eta': 1e6, 'gamma': 0}";
        try (Model model = model(noisy, ROWS, 1, 1)) {
            Map<String, float[]> one = seen(model);
            Map<String, float[]> two = seen(model);
            assertNotEquals(one.get("d2/bias")[0], two.get("d2/bias")[0]);
            assertNotEquals(one.get("d2/bias")[0], one.get("d3/bias")[0]);
            assertNotEquals(one.get("d2/bias")[0], one.get("d2/weight")[0]);
        }
    }

    @ParameterizedTest
    @CsvSource({"8, 1", "8, 2", "7, 1", "10, 3"})
    void batchesThatAreAccumulatedMakeTheStepOfTheirUnion(int batch, int parts) {
        String recipe = "'optimizer': {'kind': 'sgd', 'learningRate': 0.1, 'momentum': 0.9}";
        try (Model whole = model(recipe, ROWS, 1, 1); Model pieces = model(recipe, batch, parts, 1)) {
            for (int t = 0; t < 3; t++) {
                float[] x = Nets.normal(6 * ROWS, t);
                float[] y = Nets.labels(ROWS, t);
                double expected = whole.step(x, y, ROWS);
                double actual = Double.NaN;
                for (int from = 0; from < ROWS; from += batch) {
                    int n = Math.min(batch, ROWS - from);
                    float[] some = java.util.Arrays.copyOfRange(x, 6 * from, 6 * (from + n));
                    float[] wanted = java.util.Arrays.copyOfRange(y, from, from + n);
                    if (from + n < ROWS) {
                        pieces.accumulate(some, wanted, null, n, ROWS);
                    } else {
                        actual = pieces.step(some, wanted, n);
                    }
                }
                assertEquals(expected, actual, 1e-6);
                assertEquals(whole.values()[2], pieces.values()[2], 1e-5 * whole.values()[2]);
            }
            assertEquals(whole.step(), pieces.step());
            Map<String, float[]> same = ModelTest.snapshot(pieces);
            ModelTest.snapshot(whole).forEach((name, values) -> assertArrayEquals(values, same.get(name), 2e-6f, name));
        }
    }

    @Test
    void theLastBatchOfAStepIsNotAccumulated() {
        try (Model model = model(SGD, ROWS, 1, 1)) {
            float[] x = Nets.normal(6 * ROWS, 1);
            float[] y = Nets.labels(ROWS, 1);
            model.accumulate(x, y, null, 10, 20);
            assertThrows(IllegalArgumentException.class, () -> model.accumulate(x, y, null, 10, 20));
        }
    }

    @Test
    void divergenceWhileAccumulatingAppliesNothing() {
        try (Model model = model(SGD, ROWS, 1, 1); Model other = model(SGD, ROWS, 1, 1)) {
            Map<String, float[]> before = ModelTest.snapshot(model);
            float[] x = Nets.normal(6 * ROWS, 1);
            float[] y = Nets.labels(ROWS, 1);
            model.accumulate(x, y, null, 10, 30);
            float[] bad = x.clone();
            bad[3] = Float.NaN;
            Diverged diverged = assertThrows(Diverged.class, () -> model.accumulate(bad, y, null, 10, 30));
            assertEquals(0, diverged.step());
            ModelTest.snapshot(model).forEach((name, values) -> assertArrayEquals(before.get(name), values, name));
            assertEquals(step(other, 5), step(model, 5), "the step begins anew");
        }
    }

    @Test
    void whatIsFrozenStaysToTheBitAndOtherLossesDoNotCount() {
        String text = "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [6]},"
                + "{'id': 'a', 'layer': 'Dense', 'from': ['in'], 'units': 5, 'activation': 'tanh'},"
                + "{'id': 'head', 'layer': 'Dense', 'from': ['a'], 'units': 1, 'activation': 'sigmoid'},"
                + "{'id': 'b', 'layer': 'Dense', 'from': ['a'], 'units': 5, 'activation': 'tanh'},"
                + "{'id': 'out', 'layer': 'Dense', 'from': ['b'], 'units': 1, 'activation': 'sigmoid'}],"
                + "'losses': [{'node': 'head', 'loss': 'binary-cross-entropy'},"
                + "{'node': 'out', 'loss': 'binary-cross-entropy'}], 'recipe': {'optimizer': 'adam'}}";
        String alone = text.replace("{'id': 'b', 'layer': 'Dense', 'from': ['a'], 'units': 5, 'activation': 'tanh'},"
                + "{'id': 'out', 'layer': 'Dense', 'from': ['b'], 'units': 1, 'activation': 'sigmoid'}", "{}")
                .replace("'sigmoid'},{}]", "'sigmoid'}]")
                .replace(",{'node': 'out', 'loss': 'binary-cross-entropy'}", "");
        float[] x = Nets.normal(6 * ROWS, 1);
        float[] y = Nets.labels(ROWS, 1);
        float[] both = new float[2 * ROWS];
        try (Model model = Nets.model(text, ROWS, 1, 1); Model small = Nets.model(alone, ROWS, 1, 1)) {
            System.arraycopy(y, 0, both, 0, ROWS);
            Map<String, float[]> before = ModelTest.snapshot(model);
            model.focus(Set.of("a", "head")::contains, "head"::equals, 0);
            for (int i = 0; i < 5; i++) {
                assertEquals(small.step(x, y, ROWS), model.step(x, y, ROWS));
            }
            Map<String, float[]> after = ModelTest.snapshot(model);
            ModelTest.snapshot(small).forEach((name, values) -> assertArrayEquals(values, after.get(name), name));
            assertArrayEquals(before.get("b/weight"), after.get("b/weight"));
            assertArrayEquals(before.get("optimizer.mean/out/bias"), after.get("optimizer.mean/out/bias"));
            Evaluation evaluation = model.evaluation(ROWS);
            evaluation.add(x, y, ROWS);
            Evaluation same = small.evaluation(ROWS);
            same.add(x, y, ROWS);
            assertEquals(same.loss(), evaluation.loss());
            assertEquals(same.accuracy(), evaluation.accuracy());
            model.focus(Set.of("b", "out")::contains, "out"::equals, 5);
            float[] empty = ModelTest.snapshot(model).get("optimizer.mean/a/weight");
            assertArrayEquals(new float[empty.length], empty, "the optimizer begins anew");
            model.step(x, y, ROWS);
            float[] w = ModelTest.snapshot(model).get("out/weight");
            for (int i = 0; i < w.length; i++) {
                assertEquals(0.001, Math.abs(w[i] - before.get("out/weight")[i]), 2e-6,
                        "Adam's first step has one size");
            }
            assertArrayEquals(after.get("a/weight"), ModelTest.snapshot(model).get("a/weight"));
        }
    }

    private static Map<String, float[]> train(String recipe, int parts, int threads) {
        try (Model model = model(recipe, ROWS, parts, threads)) {
            for (int i = 0; i < 10; i++) {
                model.accumulate(Nets.normal(6 * ROWS, -i), Nets.labels(ROWS, -i), null, ROWS, 2 * ROWS);
                step(model, i);
            }
            return ModelTest.snapshot(model);
        }
    }

    @Test
    void oneThreadAndTwoGiveTheSameBits() {
        String recipe = "'optimizer': 'nadam', 'clip': 'global-norm', 'gradientNoise': {'eta': 0.1}";
        Map<String, float[]> one = train(recipe, 2, 1);
        Map<String, float[]> two = train(recipe, 2, 2);
        one.forEach((name, values) -> assertArrayEquals(values, two.get(name), name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'sgd'", "'adamw'", "'nadam'", "'rmsprop'", "'adagrad'", "'lion'", "'rprop'"})
    void aStepAllocatesNothing(String optimizer) {
        String recipe = "'optimizer': " + optimizer + ", 'clip': 'norm', 'gradientNoise': {'eta': 0.1}";
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (Model model = model(recipe, ROWS, 1, 1)) {
            float[] x = Nets.normal(6 * ROWS, 1);
            float[] y = Nets.labels(ROWS, 1);
            long least = Long.MAX_VALUE;
            for (int round = 0; round < 12; round++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < 300; i++) {
                    model.learningRate(1e-4);
                    model.accumulate(x, y, null, ROWS, 2 * ROWS);
                    model.step(x, y, ROWS);
                }
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
            assertEquals(0, least, "bytes in 300 steps");
        }
    }
}
