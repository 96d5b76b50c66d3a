package dev.headwater.core.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.headwater.core.tensor.Tensor;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelTest {
    private static final String ADAM = "{'kind': 'adam', 'learningRate': 0.01}";
    private static final String SGD = "{'kind': 'sgd', 'learningRate': 0.1, 'momentum': 0.9}";

    static Map<String, float[]> snapshot(Model model) {
        Map<String, float[]> all = new LinkedHashMap<>();
        for (Map.Entry<String, Tensor> tensor : model.tensors().entrySet()) {
            float[] copy = new float[tensor.getValue().data().capacity()];
            tensor.getValue().data().get(0, copy);
            all.put(tensor.getKey(), copy);
        }
        return all;
    }

    private static Map<String, float[]> train(int parts, int threads, int steps, int rows) {
        try (Model model = Nets.model(Nets.chain(6, 3, 17, "tanh", ADAM), 150, parts, threads)) {
            for (int i = 0; i < steps; i++) {
                model.step(Nets.normal(6 * rows, i), Nets.labels(rows, i), rows);
            }
            Map<String, float[]> all = snapshot(model);
            double[] frame = model.values();
            float[] telemetry = new float[frame.length];
            for (int i = 0; i < frame.length; i++) {
                telemetry[i] = (float) frame[i];
            }
            all.put("telemetry", telemetry);
            return all;
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 150", "2, 149", "3, 150", "2, 1", "4, 3"})
    void oneThreadAndTwoGiveTheSameBits(int parts, int rows) {
        Map<String, float[]> one = train(parts, 1, 20, rows);
        Map<String, float[]> two = train(parts, 2, 20, rows);
        one.forEach((name, values) -> assertArrayEquals(values, two.get(name), name));
    }

    @Test
    void partsAgreeWithTheWholeUpToRounding() {
        Map<String, float[]> whole = train(1, 1, 1, 149);
        Map<String, float[]> parts = train(3, 2, 1, 149);
        assertArrayEquals(whole.get("d1/weight"), parts.get("d1/weight"), 1e-5f);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "1, 2"})
    void aStepAllocatesNothing(int parts, int threads) {
        String residual = "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [2, 3]},"
                + "{'id': 'flat', 'layer': 'Flatten', 'from': ['in']},"
                + "{'id': 'a', 'layer': 'Dense', 'from': ['flat'], 'units': 6, 'activation': 'selu'},"
                + "{'id': 'b', 'layer': 'Activation', 'from': ['a'], 'activation': 'leaky-relu'},"
                + "{'id': 'sum', 'layer': 'Add', 'from': ['b', 'a', 'flat']},"
                + "{'id': 'cat', 'layer': 'Concatenate', 'from': ['sum', 'a']},"
                + "{'id': 'logits', 'layer': 'Dense', 'from': ['cat'], 'units': 3},"
                + "{'id': 'out', 'layer': 'Softmax', 'from': ['logits']}],"
                + "'losses': [{'node': 'out', 'loss': 'categorical-cross-entropy'}], 'recipe': {'optimizer': " + ADAM
                + "}}";
        ThreadMXBean threadBean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (Model model = Nets.model(residual, 32, parts, threads)) {
            float[] x = Nets.normal(6 * 32, 1);
            float[] t = Nets.labels(32, 1);
            for (int i = 0; i < 3000; i++) {
                model.step(x, t, 32);
            }
            long[] ids = ids();
            assertTrue(ids.length >= threads, "the workers are looked at");
            long least = Long.MAX_VALUE;
            for (int round = 0; round < 5; round++) {
                long before = allocated(threadBean, ids);
                for (int i = 0; i < 500; i++) {
                    model.step(x, t, 32);
                }
                least = Math.min(least, allocated(threadBean, ids) - before);
            }
            assertEquals(0, least, "bytes in 500 steps");
        }
    }

    /** Of this thread and the engine's own; other threads of the test runner do not count. */
    private static long allocated(ThreadMXBean bean, long[] ids) {
        long sum = 0;
        for (long id : ids) {
            sum += bean.getThreadAllocatedBytes(id);
        }
        return sum;
    }

    private static long[] ids() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t == Thread.currentThread() || t.getName().startsWith("headwater-"))
                .mapToLong(Thread::threadId).toArray();
    }

    @ParameterizedTest
    @CsvSource({"adam", "sgd"})
    void aRestoredModelGoesOnToTheSameBits(String optimizer) {
        String text = Nets.chain(4, 2, 8, "relu", optimizer.equals("adam") ? ADAM : SGD);
        try (Model whole = Nets.model(text, 16, 1, 1); Model second = Nets.model(text, 16, 1, 1)) {
            for (int i = 0; i < 10; i++) {
                whole.step(Nets.normal(64, i), Nets.labels(16, i), 16);
            }
            snapshot(whole).forEach((name, values) -> second.tensors().get(name).data().put(0, values));
            second.resumeAt(whole.step());
            for (int i = 10; i < 20; i++) {
                double a = whole.step(Nets.normal(64, i), Nets.labels(16, i), 16);
                double b = second.step(Nets.normal(64, i), Nets.labels(16, i), 16);
                assertEquals(a, b);
            }
            Map<String, float[]> expected = snapshot(whole);
            snapshot(second).forEach((name, values) -> assertArrayEquals(expected.get(name), values, name));
        }
    }

    @Test
    void aThousandResidualLayersTrain() {
        String text = "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [8]},"
                + "{'id': 'stage', 'block': 'r', 'from': ['in'], 'repeat': 1000},"
                + "{'id': 'out', 'layer': 'Dense', 'from': ['stage'], 'units': 1, 'activation': 'sigmoid'}],"
                + "'blocks': {'r': {'nodes': [{'id': 'a', 'layer': 'Dense', 'from': ['$in'], 'units': 8,"
                + "'activation': 'tanh', 'weight': {'initializer': 'xavier', 'gain': 0.03}},"
                + "{'id': 'sum', 'layer': 'Add', 'from': ['a', '$in']}], 'out': 'sum'}},"
                + "'losses': [{'node': 'out', 'loss': 'binary-cross-entropy'}],"
                + "'recipe': {'optimizer': {'kind': 'adam', 'learningRate': 0.0003}}}";
        try (Model model = Nets.model(text, 64, 1, 1)) {
            float[] x = Nets.normal(8 * 64, 5);
            float[] t = new float[64];
            for (int i = 0; i < 64; i++) {
                t[i] = x[8 * i] > 0 ? 1 : 0;
            }
            double first = model.step(x, t, 64);
            double last = first;
            for (int i = 0; i < 60; i++) {
                last = model.step(x, t, 64);
            }
            assertTrue(last < 0.5 * first, "loss fell only from " + first + " to " + last);
        }
    }

    @Test
    void aNanStopsTheStepAndNothingIsApplied() {
        try (Model model = Nets.model(Nets.chain(2, 3, 5, "relu", ADAM), 4, 1, 1)) {
            float[] x = Nets.normal(8, 1);
            model.step(x, new float[] {0, 1, 0, 1}, 4);
            model.tensors().get("d2/weight").data().put(3, Float.POSITIVE_INFINITY);
            Map<String, float[]> before = snapshot(model);
            Diverged stopped = assertThrows(Diverged.class, () -> model.step(new float[] {5, 5, 5, 5, 5, 5, 5, 5},
                    new float[] {0, 1, 0, 1}, 4));
            assertEquals("d2", stopped.node());
            assertEquals(Diverged.Phase.FORWARD, stopped.phase());
            assertEquals(1, stopped.step());
            assertEquals(1, model.step());
            Map<String, float[]> after = snapshot(model);
            before.forEach((name, values) -> assertArrayEquals(values, after.get(name), name));
        }
    }

    @Test
    void anUpdateThatOverflowsGoesBack() {
        String text = Nets.chain(2, 1, 3, "linear", "{'kind': 'sgd', 'learningRate': 1e38}");
        try (Model model = Nets.model(text, 4, 1, 1)) {
            float[] x = {900, -800, 700, 950, -820, 610, 900, 1000};
            Map<String, float[]> before = snapshot(model);
            Diverged stopped = assertThrows(Diverged.class, () -> model.step(x, new float[] {0, 1, 0, 1}, 4));
            assertEquals(Diverged.Phase.UPDATE, stopped.phase());
            snapshot(model).forEach((name, values) -> assertArrayEquals(before.get(name), values, name));
        }
    }

    @Test
    void addingALayerLeavesTheOthersStartAsItWas() {
        try (Model shallow = Nets.model(Nets.chain(2, 2, 5, "tanh", ADAM), 4, 1, 1);
                Model deep = Nets.model(Nets.chain(2, 3, 5, "tanh", ADAM), 4, 1, 1)) {
            Map<String, float[]> start = snapshot(deep);
            assertArrayEquals(snapshot(shallow).get("d2/weight"), start.get("d2/weight"));
            assertFalse(java.util.Arrays.equals(start.get("d2/weight"), start.get("d3/weight")));
        }
    }

    @Test
    void evaluationEqualsTheMeanOverAllExamplesHoweverTheyAreBatched() {
        try (Model model = Nets.model(Nets.chain(3, 2, 5, "tanh", ADAM), 7, 2, 1)) {
            float[] x = Nets.normal(3 * 20, 1);
            float[] t = Nets.labels(20, 1);
            Evaluation whole = model.evaluation(20);
            Evaluation single = model.evaluation(20);
            for (int from = 0; from < 20; from += 7) {
                int n = Math.min(7, 20 - from);
                whole.add(java.util.Arrays.copyOfRange(x, 3 * from, 3 * (from + n)),
                        java.util.Arrays.copyOfRange(t, from, from + n), n);
            }
            for (int i = 0; i < 20; i++) {
                single.add(java.util.Arrays.copyOfRange(x, 3 * i, 3 * i + 3), new float[] {t[i]}, 1);
            }
            assertEquals(single.loss(), whole.loss(), 1e-6);
            assertEquals(single.accuracy(), whole.accuracy());
        }
    }
}
