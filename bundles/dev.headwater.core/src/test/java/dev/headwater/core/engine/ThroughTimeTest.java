package dev.headwater.core.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.telemetry.FrameLayout;
import dev.headwater.core.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The norm of the gradient at every time step, against closed forms. */
class ThroughTimeTest {
    /** What the model reports of a node, one norm a time step. */
    static double[] norms(Model model, String node) {
        FrameLayout layout = model.instruments().throughTimeLayout();
        for (int i = 0; i < layout.series().size(); i++) {
            if (layout.series().get(i).node().equals(node)) {
                return Arrays.copyOfRange(model.instruments().throughTime(), layout.offset(i), i + 1 == layout.series()
                        .size()
                                ? layout.values() : layout.offset(i + 1));
            }
        }
        throw new AssertionError("nothing is recorded of " + node);
    }

    private static String net(int steps, int features, String layer, String more) {
        return "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [" + steps + ", " + features
                + "]}, {'id': 'rnn', 'from': ['in'], " + layer + "}],"
                + "'losses': [{'node': 'rnn', 'loss': 'mse'}], 'recipe': {'optimizer': {'kind': 'sgd'}" + more + "}}";
    }

    private static void fill(Tensor tensor, float value) {
        for (int i = 0; i < tensor.shape().size(); i++) {
            tensor.data().put(i, value);
        }
    }

    /** One linear unit, h_T = Σ u^(T−1−t) w x_t: dL/dh_t = u^(T−1−t) dL/dh_T, down to 1e-24 and further. */
    @Test
    void aLinearUnitReportsPowersOfItsWeight() {
        int steps = 60;
        String text = net(steps, 1, "'layer': 'SimpleRNN', 'units': 1, 'activation': 'linear'", "");
        for (int parts = 1; parts <= 3; parts++) {
            try (Model model = Nets.model(text, 4, parts, 1)) {
                fill(model.tensors().get("rnn/weight_hh"), 0.25f);
                fill(model.tensors().get("rnn/weight_ih"), 1);
                float[] x = new float[4 * steps];
                for (int row = 0; row < 4; row++) {
                    x[row * steps + steps - 1] = 1; // so that h_T = 1
                }
                model.step(x, new float[] {0, 0, 0, 0}, 4);
                double[] norms = norms(model, "rnn");
                assertEquals(steps, norms.length);
                for (int t = 0; t < steps; t++) {
                    // dL/dh_T of one example is 2 (1 − 0) / 4, the norm over 4 equal ones is 1
                    assertEquals(1, norms[t] / Math.pow(0.25, steps - 1 - t), 1e-6, "step " + t + ", parts " + parts);
                }
            }
        }
    }

    /** Of examples of unequal length each contributes up to its own last step. */
    @Test
    void paddingHasNoGradient() {
        String text = net(5, 1, "'layer': 'SimpleRNN', 'units': 1, 'activation': 'linear'", "");
        try (Model model = Nets.model(text, 2, 1, 1)) {
            fill(model.tensors().get("rnn/weight_hh"), 0.5f);
            fill(model.tensors().get("rnn/weight_ih"), 1);
            fill(model.tensors().get("rnn/bias"), 0);
            model.step(new float[] {0, 0, 1, 9, 9, 0, 0, 0, 0, 1}, new float[] {0, 0}, new int[] {3, 5}, 2);
            double[] expected = {Math.hypot(0.25, 0.0625), Math.hypot(0.5, 0.125), Math.hypot(1, 0.25), 0.5, 1};
            assertArrayEquals(expected, norms(model, "rnn"), 1e-6);
        }
    }

    /** Both directions at the same step of the sequence: one unit each, 0.5^(T−1−t) and 0.25^t. */
    @Test
    void aBidirectionalLayerReportsBothDirectionsAtTheSameStep() {
        String text = net(4, 1, "'layer': 'Bidirectional', 'of': {'layer': 'SimpleRNN', 'units': 1,"
                + " 'activation': 'linear'}, 'merge': 'sum'", "");
        try (Model model = Nets.model(text, 1, 1, 1)) {
            fill(model.tensors().get("rnn/forward/weight_hh"), 0.5f);
            fill(model.tensors().get("rnn/backward/weight_hh"), 0.25f);
            model.step(new float[4], new float[] {-0.5f}, 1);
            double[] norms = norms(model, "rnn");
            for (int t = 0; t < 4; t++) {
                assertEquals(Math.hypot(Math.pow(0.5, 3 - t), Math.pow(0.25, t)), norms[t], 1e-6, "step " + t);
            }
        }
    }

    @Test
    void itIsRecordedWhenTheProbeSaysSo() {
        String layer = "'layer': 'SimpleRNN', 'units': 1";
        try (Model model = Nets.model(net(3, 1, layer, ""), 1, 1, 1)) {
            assertTrue(model.instruments().throughTimeDue(0) && model.instruments().throughTimeDue(16));
            assertFalse(model.instruments().throughTimeDue(1) || model.instruments().throughTimeDue(15));
        }
        try (Model model = Nets.model(net(3, 1, layer, ", 'probe': {'throughTime': 0}"), 1, 1, 1)) {
            assertFalse(model.instruments().throughTimeDue(0));
        }
        try (Model model = Nets.model(Nets.chain(2, 1, 2, "tanh", "'sgd'"), 1, 1, 1)) {
            assertEquals(0, model.instruments().throughTimeLayout().values());
        }
    }

    /** Truncation to k steps leaves nothing beyond them, and as many steps as there are is no truncation. */
    @Test
    void truncationEndsTheGradientAfterItsSteps() {
        for (String layer : new String[] {"SimpleRNN", "LSTM", "GRU"}) {
            double[][] norms = new double[3][];
            float[][] gradients = new float[3][];
            int[] truncate = {0, 4, 10};
            for (int k = 0; k < 3; k++) {
                try (Model model = Nets.model(net(10, 2, "'layer': '" + layer + "', 'units': 3, 'truncate': "
                        + truncate[k], ""), 2, 1, 1)) {
                    model.step(Nets.normal(40, 3), Nets.normal(6, 4), 2);
                    norms[k] = norms(model, "rnn");
                    gradients[k] = new float[model.gradients().get("rnn/weight_hh").shape().size()];
                    model.gradients().get("rnn/weight_hh").data().get(0, gradients[k]);
                }
            }
            for (int t = 0; t < 10; t++) {
                assertEquals(t < 6 ? 0 : norms[0][t], norms[1][t], layer + " step " + t);
                assertTrue(norms[0][t] > 0);
            }
            assertArrayEquals(norms[0], norms[2]);
            assertArrayEquals(gradients[0], gradients[2], layer + ": as many steps as there are are all");
            assertFalse(Arrays.equals(gradients[0], gradients[1]), layer + ": truncated and full differ");
        }
    }
}
