package dev.headwater.core.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.headwater.core.telemetry.SeriesKind;
import dev.headwater.core.tensor.Tensor;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Reservoirs in the middle of a network that is trained by gradient. */
class StackedReservoirTest {
    private static final String STACK = "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [12, 2]},"
            + "{'id': 'first', 'layer': 'Dense', 'from': ['in'], 'units': 3},"
            + "{'id': 'echo', 'layer': 'EchoState', 'from': ['first'], 'units': 10, 'biasScaling': 0.2, 'noise': 0.001},"
            + "{'id': 'last', 'layer': 'EchoState', 'from': ['echo'], 'units': 8, 'returnSequences': false},"
            + "{'id': 'out', 'layer': 'Dense', 'from': ['last'], 'units': 1, 'activation': 'sigmoid'}],"
            + "'losses': [{'node': 'out', 'loss': 'binary-cross-entropy'}],"
            + "'recipe': {'optimizer': {'kind': 'adam', 'learningRate': 0.02}}}";
    private static final int ROWS = 16;

    private static float[] values(Model model, String name) {
        Tensor tensor = model.tensors().get(name);
        float[] values = new float[tensor.shape().size()];
        tensor.data().get(0, values);
        return values;
    }

    @Test
    void theGradientGoesThroughAndTheReservoirStays() {
        float[] x = Nets.normal(ROWS * 24, 1);
        float[] t = Nets.labels(ROWS, 1);
        float[][] after = new float[2][];
        for (int threads = 1; threads <= 2; threads++) {
            try (Model model = Nets.model(STACK, ROWS, 2, threads)) {
                float[] dense = values(model, "first/weight");
                float[] reservoir = values(model, "echo/weight_hh");
                float[] inputs = values(model, "last/weight_ih");
                float[] bias = values(model, "echo/bias");
                double before = model.step(x, t, ROWS);
                double loss = before;
                for (int i = 0; i < 200; i++) {
                    loss = model.step(x, t, ROWS);
                }
                assertTrue(loss < 0.7 * before, before + " to " + loss);
                assertFalse(Arrays.equals(dense, values(model, "first/weight")), "what lies before it learns");
                assertArrayEquals(reservoir, values(model, "echo/weight_hh"));
                assertArrayEquals(inputs, values(model, "last/weight_ih"));
                assertArrayEquals(bias, values(model, "echo/bias"));
                after[threads - 1] = values(model, "first/weight");
            }
        }
        assertArrayEquals(after[0], after[1], "the same bits with one and two threads");
    }

    /** Two examples of 12 steps, of which 12 and 7 count, against what the step after the seventh holds. */
    @Test
    void paddingChangesNothing() {
        String quiet = STACK.replace(", 'noise': 0.001", "");
        for (String text : new String[] {quiet, quiet.replace("'returnSequences': false}",
                "'returnSequences': false, 'washout': 3}")}) {
            float[][] gradients = new float[2][];
            double[] losses = new double[2];
            for (int garbage = 0; garbage < 2; garbage++) {
                float[] x = Nets.normal(48, 1);
                Arrays.fill(x, 24 + 14, 48, 100f * garbage);
                try (Model model = Nets.model(text, 2, 1, 1)) {
                    losses[garbage] = model.step(x, new float[] {1, 0}, new int[] {12, 7}, 2);
                    gradients[garbage] = new float[6];
                    model.gradients().get("first/weight").data().get(0, gradients[garbage]);
                }
            }
            assertEquals(losses[0], losses[1], "whatever the padding holds");
            assertArrayEquals(gradients[0], gradients[1]);
            try (Model model = Nets.model(text, 2, 1, 1);
                    Model shorter = Nets.model(text.replace("[12, 2]", "[7, 2]"), 1, 1, 1)) {
                float[] x = Nets.normal(48, 1);
                model.forward(x, new float[2], new int[] {12, 7}, 2, 2);
                shorter.forward(Arrays.copyOfRange(x, 24, 38), new float[1], null, 1, 1);
                int last = 3;
                for (int i = 0; i < 8; i++) {
                    assertEquals(shorter.parts()[0].output(last).data().get(i), model.parts()[0].output(last).data()
                            .get(8
                                    + i), 1e-6f);
                }
            }
        }
    }

    @Test
    void whatStaysHasNoGradientOnRecord() {
        try (Model model = Nets.model(STACK, ROWS, 1, 1)) {
            long parameters = model.layout().series().stream().filter(series -> series.kind() == SeriesKind.PARAMETER)
                    .count();
            assertEquals(4, parameters, "weight and bias of first and out: " + model.layout().series());
        }
    }

    @Test
    void aStepAllocatesNothing() {
        ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (Model model = Nets.model(STACK, ROWS, 1, 1)) {
            float[] x = Nets.normal(ROWS * 24, 1);
            float[] t = Nets.labels(ROWS, 1);
            for (int i = 0; i < 2000; i++) {
                model.step(x, t, ROWS);
            }
            long id = Thread.currentThread().threadId();
            long least = Long.MAX_VALUE;
            for (int round = 0; round < 5; round++) {
                long before = bean.getThreadAllocatedBytes(id);
                for (int i = 0; i < 200; i++) {
                    model.step(x, t, ROWS);
                }
                least = Math.min(least, bean.getThreadAllocatedBytes(id) - before);
            }
            assertEquals(0, least, "bytes in 200 steps");
        }
    }
}
