package dev.headwater.core.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.telemetry.SeriesKind;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What theory says of residual paths, to the bit. */
class ResidualGoldenTest {
    private static final int ROWS = 24;

    /** A dense layer, blocks of this kind one after the other, and one sigmoid unit. */
    private static String stack(int repeat, String block, String optimizer) {
        return "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [8]},"
                + "{'id': 'first', 'layer': 'Dense', 'from': ['in'], 'units': 8, 'activation': 'tanh'},"
                + "{'id': 'stage', 'block': 'r', 'from': ['first'], 'repeat': " + repeat + "},"
                + "{'id': 'out', 'layer': 'Dense', 'from': ['stage'], 'units': 1, 'activation': 'sigmoid'}],"
                + "'blocks': {'r': {'nodes': [" + block + "], 'out': 'sum'}},"
                + "'losses': [{'node': 'out', 'loss': 'binary-cross-entropy'}],"
                + "'recipe': {'optimizer': " + optimizer + "}}";
    }

    private static final String ZERO_BRANCH = "{'id': 'a', 'layer': 'Dense', 'from': ['$in'], 'units': 8,"
            + "'activation': 'tanh'}, {'id': 'b', 'layer': 'Dense', 'from': ['a'], 'units': 8, 'weight': 'zeros'},"
            + "{'id': 'sum', 'layer': 'Add', 'from': ['b', '$in']}";
    private static final String REZERO = "{'id': 'a', 'layer': 'Dense', 'from': ['$in'], 'units': 8,"
            + "'activation': 'tanh'}, {'id': 'alpha', 'layer': 'Scale', 'from': ['a']},"
            + "{'id': 'sum', 'layer': 'Add', 'from': ['alpha', '$in']}";

    private static Model afterOneStep(String text) {
        Model model = Nets.model(text, ROWS, 1, 1);
        model.step(Nets.normal(8 * ROWS, 1), Nets.labels(ROWS, 1), ROWS);
        return model;
    }

    /** Everything that is told of dL/d(output). */
    private static double[] gradient(Model model, String node) {
        return Arrays.stream(new String[] {"l2", "mean", "min", "max", "std"})
                .mapToDouble(what -> InstrumentTest.value(model, node, SeriesKind.OUTPUT_GRADIENT, null, what))
                .toArray();
    }

    private static double largest(Model model, String parameter) {
        double largest = 0;
        for (double value : LayerBench.read(model.gradients().get(parameter))) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    @Test
    void behindAZeroBranchTheGradientOfTheInputIsThatOfTheOutput() {
        try (Model model = afterOneStep(stack(40, ZERO_BRANCH, "{'kind': 'sgd'}"))) {
            double[] last = gradient(model, "stage.40/sum");
            assertTrue(last[0] > 0);
            assertArrayEquals(last, gradient(model, "stage.1/sum"));
            assertArrayEquals(last, gradient(model, "first"));
        }
    }

    @Test
    void withoutTheZeroTheyDiffer() {
        try (Model model = afterOneStep(stack(2, ZERO_BRANCH.replace(", 'weight': 'zeros'", ""), "{'kind': 'sgd'}"))) {
            assertTrue(Math.abs(gradient(model, "stage.2/sum")[0] / gradient(model, "first")[0] - 1) > 1e-3);
        }
    }

    @Test
    void reZeroStartsAsTheIdentityAndOnlyAlphaHasAGradient() {
        try (Model model = afterOneStep(stack(40, REZERO, "{'kind': 'sgd'}"))) {
            assertArrayEquals(gradient(model, "stage.40/sum"), gradient(model, "first"));
            for (int i = 1; i <= 40; i++) {
                assertEquals(0, largest(model, "stage." + i + "/a/weight"), 0.0);
                assertEquals(0, largest(model, "stage." + i + "/a/bias"), 0.0);
                assertTrue(largest(model, "stage." + i + "/alpha/factor") > 1e-6, "alpha " + i);
            }
            assertTrue(largest(model, "first/weight") > 0, "what stands before learns");
        }
    }

    @Test
    void theJacobianOfReZeroIsTheIdentityAtTheStart() {
        String text = "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [8]},"
                + "{'id': 'stage', 'block': 'r', 'from': ['in'], 'repeat': 40}],"
                + "'blocks': {'r': {'nodes': [" + REZERO + "], 'out': 'sum'}},"
                + "'losses': [{'node': 'stage', 'loss': 'mean-squared-error'}]}";
        try (Model model = Nets.model(text, ROWS, 1, 1)) {
            float[] x = Nets.normal(8 * ROWS, 1);
            assertEquals(0, model.step(x, x, ROWS), 0.0, "y = x exactly");
        }
    }

    @Test
    void aThousandReZeroLayersTrainWithinAFewSteps() {
        String text = stack(1000, REZERO, "{'kind': 'adam', 'learningRate': 0.003}");
        ThreadMXBean clock = ManagementFactory.getThreadMXBean(); // of this thread, for the machine may be busy
        long began = clock.getCurrentThreadCpuTime();
        try (Model model = Nets.model(text, 64, 1, 1)) {
            float[] x = Nets.normal(8 * 64, 5);
            float[] t = new float[64];
            for (int i = 0; i < 64; i++) {
                t[i] = x[8 * i] > 0 ? 1 : 0;
            }
            double first = model.step(x, t, 64);
            double last = first;
            for (int i = 0; i < 25; i++) {
                last = model.step(x, t, 64);
            }
            assertTrue(last < 0.5 * first, "loss fell only from " + first + " to " + last);
            Map<String, float[]> all = ModelTest.snapshot(model);
            assertTrue(Math.abs(all.get("stage.1/alpha/factor")[0]) > 0 && Math.abs(all.get(
                    "stage.1000/alpha/factor")[0]) > 0);
        }
        double seconds = (clock.getCurrentThreadCpuTime() - began) / 1e9;
        assertTrue(seconds < 10, "took " + seconds + " s");
    }
}
