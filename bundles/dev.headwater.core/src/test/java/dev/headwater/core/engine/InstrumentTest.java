package dev.headwater.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.telemetry.SeriesKind;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The instrument against closed forms: what it reports must be what is there, at any magnitude and any length. */
class InstrumentTest {
    private static final int[] LENGTHS = {1, 3, 25, 2047, 2048, 2049, 10_000};

    @BeforeAll
    static void startBackend() {
        Backend.start();
    }

    private static Totals measure(float[] values) {
        try (Arena arena = new Arena()) {
            Tensor tensor = Tensor.of("t", arena.allocate(values.length), Shape.of(values.length));
            tensor.data().put(0, values);
            Totals totals = new Totals();
            new Accumulator().measure(Memory.of(tensor.data()), 0, values.length, totals);
            return totals;
        }
    }

    @Test
    void constantTensorsGiveTheirNormAtEveryMagnitude() {
        for (double value : new double[] {1e-15, 1e-22, 1e-30, 1e-38, 1e30, 1, -1e-22}) {
            for (int n : LENGTHS) {
                float[] x = new float[n];
                Arrays.fill(x, (float) value);
                Totals t = measure(x);
                double exact = (float) value;
                assertEquals(1, t.l2() / (Math.abs(exact) * Math.sqrt(n)), 1e-6, "norm of " + n + " × " + value);
                assertEquals(1, t.l2() / (Math.abs(value) * Math.sqrt(n)), 1e-6, "norm of " + n + " × " + value);
                assertEquals(1, t.mean() / exact, 1e-12);
                assertEquals(0, t.deviation() / Math.abs(exact), 1e-6);
                assertEquals(exact, t.min());
                assertEquals(exact, t.max());
                assertEquals(0, t.zeros());
                assertEquals(0, t.nonFinite());
            }
        }
    }

    @Test
    void aNormIsZeroOnlyIfEveryValueIs() {
        float[] x = new float[3000];
        assertEquals(0, measure(x).l2());
        assertEquals(1, measure(x).zeros());
        x[2500] = Float.MIN_VALUE;
        assertTrue(measure(x).l2() > 0);
        assertEquals(Float.MIN_VALUE, measure(x).l2(), 1e-52);
        assertEquals(2999.0 / 3000, measure(x).zeros(), 1e-15);
        x[0] = -0f;
        assertEquals(2999.0 / 3000, measure(x).zeros(), 1e-15, "-0 is a zero");
    }

    @Test
    void momentsEqualTheDirectFormulas() {
        Random random = new Random(3);
        for (int n : LENGTHS) {
            float[] x = new float[n];
            double sum = 0;
            for (int i = 0; i < n; i++) {
                x[i] = random.nextInt(4) == 0 ? 0 : (float) (random.nextGaussian() + 0.3);
                sum += x[i];
            }
            double mean = sum / n;
            double squares = 0;
            double spread = 0;
            int zeros = 0;
            for (float v : x) {
                squares += (double) v * v;
                spread += (v - mean) * (v - mean);
                zeros += v == 0 ? 1 : 0;
            }
            Totals t = measure(x);
            assertEquals(Math.sqrt(squares), t.l2(), 1e-12 * Math.sqrt(squares));
            assertEquals(mean, t.mean(), 1e-12);
            assertEquals(Math.sqrt(spread / n), t.deviation(), 1e-7);
            assertEquals((double) zeros / n, t.zeros(), 1e-15);
        }
    }

    @Test
    void valuesThatAreNotFiniteAreCounted() {
        float[] x = new float[100];
        Arrays.fill(x, 1f);
        x[3] = Float.NaN;
        x[50] = Float.NEGATIVE_INFINITY;
        x[60] = 0;
        Totals t = measure(x);
        assertFalse(t.finite());
        assertEquals(0.02, t.nonFinite(), 1e-15);
        assertEquals(0.01, t.zeros(), 1e-15);
    }

    /**
     * A linear chain of one unit each, y = w^L x, with the loss (y − t)²: dL/dwₖ = 2 (y − t) w^(L−1) x for every k,
     * dL/dhₖ = 2 (y − t) w^(L−k).
     */
    @Test
    void aLinearChainReportsItsClosedForm() {
        int depth = 40;
        double w = 0.25;
        StringBuilder text = new StringBuilder(
                "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [1]}");
        for (int i = 1; i <= depth; i++) {
            text.append(", {'id': 'd").append(i).append("', 'layer': 'Dense', 'from': ['")
                    .append(i == 1 ? "in" : "d" + (i - 1))
                    .append("'], 'units': 1, 'useBias': false, 'weight': {'initializer': 'constant', 'value': 0.25}}");
        }
        text.append("], 'losses': [{'node': 'd40', 'loss': 'mse'}], 'recipe': {'optimizer': {'kind': 'sgd'}}}");
        try (Model model = Nets.model(text.toString(), 4, 1, 1)) {
            double loss = model.step(new float[] {2, 2, 2, 2}, new float[] {1, 1, 1, 1}, 4);
            double y = 2 * Math.pow(w, depth);
            assertEquals((y - 1) * (y - 1), loss, 1e-9);
            double slope = 2 * (y - 1);
            for (int k = 1; k <= depth; k++) {
                double parameter = slope * Math.pow(w, depth - 1) * 2;
                double output = slope * Math.pow(w, depth - k);
                assertEquals(1, value(model, "d" + k, SeriesKind.PARAMETER, "weight", "l2") / Math.abs(parameter),
                        1e-5);
                assertEquals(1, value(model, "d" + k, SeriesKind.PARAMETER, "weight", "mean") / parameter, 1e-5);
                // dL/dh of one example is a quarter of it; the norm over 4 equal examples is half of it
                assertEquals(1, value(model, "d" + k, SeriesKind.OUTPUT_GRADIENT, null, "l2") / Math.abs(output / 2),
                        1e-5);
                assertEquals(w, value(model, "d" + k, SeriesKind.PARAMETER, "weight", "weightNorm"), 1e-7);
                float before = 0.25f;
                float after = before - 0.01f * (float) parameter;
                assertEquals(Math.abs(after - before),
                        value(model, "d" + k, SeriesKind.PARAMETER, "weight", "updateNorm"), 1e-9);
            }
        }
    }

    @Test
    void saturationAndDeathAreCountedByUnit() {
        // four ReLU units with biases −9, −9, 9, 9 on inputs near 0: two are dead
        String text = "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [4]},"
                + "{'id': 'a', 'layer': 'Activation', 'from': ['p'], 'activation': 'relu'},"
                + "{'id': 'p', 'layer': 'Dense', 'from': ['in'], 'units': 4, 'weight': 'zeros'},"
                + "{'id': 's', 'layer': 'Dense', 'from': ['a'], 'units': 4, 'activation': 'tanh', 'weight': 'zeros'},"
                + "{'id': 'out', 'layer': 'Dense', 'from': ['s'], 'units': 1, 'activation': 'sigmoid'}],"
                + "'losses': [{'node': 'out', 'loss': 'binary-cross-entropy'}]}";
        try (Model model = Nets.model(text, 8, 2, 1)) {
            model.tensors().get("p/bias").data().put(0, new float[] {-9, -9, 9, 9});
            model.tensors().get("s/bias").data().put(0, new float[] {0, 0, 0, 5});
            model.step(Nets.normal(32, 1), Nets.labels(8, 2), 8);
            assertEquals(0.5, value(model, "a", SeriesKind.OUTPUT, null, "dead"));
            assertEquals(0.5, value(model, "a", SeriesKind.OUTPUT, null, "saturated"));
            assertEquals(0.25, value(model, "s", SeriesKind.OUTPUT, null, "saturated"), 1e-12);
            assertEquals(0, value(model, "s", SeriesKind.OUTPUT, null, "dead"));
            assertEquals(4.5, value(model, "a", SeriesKind.OUTPUT, null, "mean"), 1e-6);
            assertEquals(4.5, value(model, "a", SeriesKind.OUTPUT, null, "std"), 1e-6);
        }
    }

    @Test
    void largeExamplesAreMeasuredOnFewerRowsTheSameForAllLayers() {
        String text = "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [40000]},"
                + "{'id': 'out', 'layer': 'Dense', 'from': ['in'], 'units': 1, 'weight': 'zeros'}],"
                + "'losses': [{'node': 'out', 'loss': 'mse'}], 'recipe': {'probe': {'allRows': 2}}}";
        try (Model model = Nets.model(text, 3, 1, 1)) {
            float[] x = new float[120_000];
            Arrays.fill(x, 0, 40_000, 1f);
            Arrays.fill(x, 40_000, x.length, 4f);
            float[] y = {-1, -3, -5};
            model.step(x, y, 3);
            assertEquals(3, value(model, "in", SeriesKind.OUTPUT, null, "mean"), "step 0 looks at all rows");
            for (String name : List.of("out/weight", "out/bias")) {
                Tensor tensor = model.tensors().get(name);
                tensor.data().put(0, new float[tensor.data().capacity()]);
            }
            model.step(x, y, 3);
            assertEquals(1, value(model, "in", SeriesKind.OUTPUT, null, "mean"), "step 1 at one row of 40,000");
            // dL/dy = 2 (0 − t) / 3 of the first row alone
            assertEquals(2.0 / 3, value(model, "out", SeriesKind.OUTPUT_GRADIENT, null, "l2"), 1e-6);
        }
    }

    static double value(Model model, String node, SeriesKind kind, String tensor, String quantity) {
        int index = tensor == null ? model.layout().indexOf(node, kind) : model.layout().indexOf(node, kind, tensor);
        assertTrue(index >= 0, node + " has no series " + kind);
        return model.values()[model.layout().offset(index, quantity)];
    }
}
