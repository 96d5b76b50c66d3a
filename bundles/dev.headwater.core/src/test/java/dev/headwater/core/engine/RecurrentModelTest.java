package dev.headwater.core.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.headwater.core.tensor.Tensor;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recurrent layers inside whole networks. */
class RecurrentModelTest {
    private static final int STEPS = 6;
    private static final int ROWS = 8;
    private static final int[] LENGTHS = {6, 1, 3, 6, 5, 2, 4, 6};
    /** One of everything, the last node of two outputs. */
    private static final String STACK = "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [6, 2]},"
            + "{'id': 'two', 'layer': 'Bidirectional', 'from': ['in'], 'of': {'layer': 'LSTM', 'units': 3,"
            + " 'returnSequences': true, 'peepholes': true, 'projection': 2}},"
            + "{'id': 'each', 'layer': 'TimeDistributed', 'from': ['two'], 'of': {'layer': 'Dense', 'units': 3,"
            + " 'activation': 'tanh'}},"
            + "{'id': 'rnn', 'layer': 'SimpleRNN', 'from': ['each'], 'units': 3, 'activation': 'relu',"
            + " 'returnSequences': true},"
            + "{'id': 'gru', 'layer': 'GRU', 'from': ['rnn'], 'units': 4, 'returnSequences': true, 'truncate': 2},"
            + "{'id': 'last', 'layer': 'LastStep', 'from': ['gru']},"
            + "{'id': 'out', 'layer': 'Dense', 'from': ['last'], 'units': 2}],"
            + "'losses': [{'node': 'out', 'loss': 'mse'}], 'recipe': {'optimizer': {'kind': 'adam'},"
            + " 'probe': {'throughTime': 1}}}";

    private static Map<String, float[]> trained(int parts, int threads, float[] x, int steps) {
        try (Model model = Nets.model(STACK, ROWS, parts, threads)) {
            for (int i = 0; i < steps; i++) {
                model.step(x, Nets.normal(ROWS * 2, 9), LENGTHS, ROWS);
            }
            Map<String, float[]> values = new TreeMap<>();
            model.tensors().forEach((name, tensor) -> values.put(name, copy(tensor)));
            model.gradients().forEach((name, tensor) -> values.put("gradient of " + name, copy(tensor)));
            return values;
        }
    }

    private static float[] copy(Tensor tensor) {
        float[] values = new float[tensor.shape().size()];
        tensor.data().get(0, values);
        return values;
    }

    private static void assertSameBits(Map<String, float[]> a, Map<String, float[]> b) {
        assertEquals(a.keySet(), b.keySet());
        a.forEach((name, values) -> assertArrayEquals(values, b.get(name), name));
    }

    @Test
    void threadsDoNotChangeABit() {
        float[] x = Nets.normal(ROWS * STEPS * 2, 1);
        assertSameBits(trained(2, 1, x, 20), trained(2, 2, x, 20));
    }

    /** The last batch of an epoch is smaller; what those before have left, even NaN, must not count. */
    @Test
    void aSmallerBatchForgetsTheLargerBeforeIt() {
        int few = 3;
        float[] x = Nets.normal(ROWS * STEPS * 2, 1);
        float[] y = Nets.normal(ROWS * 2, 9);
        try (Model large = Nets.model(STACK, ROWS, 1, 1); Model small = Nets.model(STACK, few, 1, 1)) {
            large.step(x, y, null, ROWS);
            large.tensors().forEach((name, tensor) -> small.tensors().get(name).data().put(0, copy(tensor)));
            float[] broken = x.clone();
            Arrays.fill(broken, few * STEPS * 2, broken.length, Float.NaN);
            assertThrows(Diverged.class, () -> large.step(broken, y, null, ROWS));
            large.step(x, y, null, few);
            small.step(x, y, null, few);
            large.gradients().forEach((name, tensor) -> assertArrayEquals(copy(small.gradients().get(name)), copy(
                    tensor), 1e-6f, name));
        }
    }

    @Test
    void partsAddUpToTheSameGradients() {
        float[] x = Nets.normal(ROWS * STEPS * 2, 1);
        Map<String, float[]> whole = trained(1, 1, x, 1);
        Map<String, float[]> cut = trained(3, 1, x, 1);
        whole.forEach((name, values) -> {
            if (name.startsWith("gradient")) {
                float largest = 0;
                for (float v : values) {
                    largest = Math.max(largest, Math.abs(v));
                }
                assertArrayEquals(values, cut.get(name), 2e-6f * largest, name);
            }
        });
    }

    /** Whatever stands in the padding, every bit is the same. */
    @Test
    void paddingIsNeverSeen() {
        float[] x = Nets.normal(ROWS * STEPS * 2, 1);
        float[] other = x.clone();
        for (int row = 0; row < ROWS; row++) {
            for (int i = LENGTHS[row] * 2; i < STEPS * 2; i++) {
                other[row * STEPS * 2 + i] = 1e10f * (i % 2 == 0 ? 1 : -1);
            }
        }
        Map<String, float[]> expected = trained(2, 1, x, 5);
        assertSameBits(expected, trained(2, 1, other, 5));
        other[0] += 1;
        assertNotEquals(expected.get("two/forward/weight_ih")[0], trained(2, 1, other, 5).get(
                "two/forward/weight_ih")[0]);
    }

    /** A state that would overflow if it went on through the padding: 4^1000. */
    @Test
    void aStateDoesNotGrowInThePadding() {
        String text = "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [1000, 1]},"
                + "{'id': 'rnn', 'layer': 'SimpleRNN', 'from': ['in'], 'units': 1, 'activation': 'relu'}],"
                + "'losses': [{'node': 'rnn', 'loss': 'mse'}], 'recipe': {'optimizer': 'sgd'}}";
        try (Model model = Nets.model(text, 1, 1, 1)) {
            model.tensors().get("rnn/weight_hh").data().put(0, 4f);
            model.tensors().get("rnn/weight_ih").data().put(0, 1f);
            float[] x = new float[1000];
            x[0] = 1;
            assertEquals(16 * 16, model.step(x, new float[1], new int[] {3}, 1), 1e-3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aStepAllocatesNothing(int parts) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().threadId();
        try (Model model = Nets.model(STACK, ROWS, parts, 1)) {
            float[] x = Nets.normal(ROWS * STEPS * 2, 1);
            float[] t = Nets.normal(ROWS * 2, 2);
            for (int i = 0; i < 2000; i++) {
                model.step(x, t, i % 2 == 0 ? null : LENGTHS, ROWS);
            }
            long least = Long.MAX_VALUE;
            for (int round = 0; round < 5; round++) {
                long before = threads.getThreadAllocatedBytes(self);
                for (int i = 0; i < 200; i++) {
                    model.step(x, t, i % 2 == 0 ? null : LENGTHS, ROWS);
                }
                least = Math.min(least, threads.getThreadAllocatedBytes(self) - before);
            }
            assertEquals(0, least, "bytes in 200 steps");
        }
    }

    @Test
    void everyRecurrentNodeIsRecordedThroughTime() {
        try (Model model = Nets.model(STACK, ROWS, 2, 1)) {
            model.step(Nets.normal(ROWS * STEPS * 2, 1), Nets.normal(ROWS * 2, 2), ROWS);
            for (String node : new String[] {"two", "rnn", "gru"}) {
                double[] norms = ThroughTimeTest.norms(model, node);
                assertEquals(STEPS, norms.length);
                assertTrue(norms[STEPS - 1] > 0, node);
            }
            assertEquals(3, model.instruments().throughTimeLayout().series().size());
        }
    }
}
