package dev.headwater.core.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Attention, embeddings, gates and noise in the engine's step: they allocate nothing, and threads change no bit. */
class AttentionStepTest {
    private static final int ROWS = 24;
    private static final String NET = "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [6]},"
            + "{'id': 'words', 'layer': 'Embedding', 'from': ['in'], 'vocabulary': 9, 'size': 8},"
            + "{'id': 'places', 'layer': 'PositionalEmbedding', 'from': ['words']},"
            + "{'id': 'waves', 'layer': 'PositionalEncoding', 'from': ['places']},"
            + "{'id': 'noise', 'layer': 'GaussianNoise', 'from': ['waves']},"
            + "{'id': 'attention', 'layer': 'MultiHeadAttention', 'from': ['noise'], 'heads': 2, 'causal': true},"
            + "{'id': 'scale', 'layer': 'Scale', 'from': ['attention'], 'per': 'channel', 'factor': 'xavier'},"
            + "{'id': 'gate', 'layer': 'Multiply', 'from': ['scale', 'noise']},"
            + "{'id': 'way', 'layer': 'Highway', 'from': ['gate']},"
            + "{'id': 'bend', 'layer': 'PReLU', 'from': ['way']},"
            + "{'id': 'drop', 'layer': 'Dropout', 'from': ['bend'], 'rate': 0.2},"
            + "{'id': 'alpha', 'layer': 'AlphaDropout', 'from': ['drop'], 'rate': 0.1},"
            + "{'id': 'turn', 'layer': 'Permute', 'from': ['alpha'], 'axes': [2, 1]},"
            + "{'id': 'row', 'layer': 'Reshape', 'from': ['turn'], 'shape': [48]},"
            + "{'id': 'out', 'layer': 'Dense', 'from': ['row'], 'units': 1, 'activation': 'sigmoid'}],"
            + "'losses': [{'node': 'out', 'loss': 'binary-cross-entropy'}],"
            + "'recipe': {'optimizer': {'kind': 'adam', 'learningRate': 0.001}}}";

    private static float[] words(long seed) {
        Random random = new Random(seed);
        float[] words = new float[6 * ROWS];
        for (int i = 0; i < words.length; i++) {
            words[i] = random.nextInt(9);
        }
        return words;
    }

    @Test
    void aStepAllocatesNothing() {
        ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().threadId();
        try (Model model = Nets.model(NET, ROWS, 1, 1)) {
            float[] x = words(1);
            float[] t = Nets.labels(ROWS, 1);
            for (int i = 0; i < 1500; i++) {
                model.step(x, t, ROWS);
            }
            long least = Long.MAX_VALUE;
            for (int round = 0; round < 5; round++) {
                long before = bean.getThreadAllocatedBytes(self);
                for (int i = 0; i < 200; i++) {
                    model.step(x, t, ROWS);
                }
                least = Math.min(least, bean.getThreadAllocatedBytes(self) - before);
            }
            assertEquals(0, least, "bytes in 200 steps");
        }
    }

    private static Map<String, float[]> train(int threads) {
        try (Model model = Nets.model(NET, ROWS, 3, threads)) {
            for (int i = 0; i < 10; i++) {
                model.step(words(i), Nets.labels(ROWS, i), ROWS - i % 2);
            }
            return ModelTest.snapshot(model);
        }
    }

    @Test
    void oneThreadAndTwoGiveTheSameBits() {
        Map<String, float[]> one = train(1);
        Map<String, float[]> two = train(2);
        one.forEach((name, values) -> assertArrayEquals(values, two.get(name), name));
    }

    /** No word tells it alone: the words must look at each other. */
    @Test
    void aSmallTransformerLearnsWhetherTheFirstWordComesAgain() {
        String text = "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [6]},"
                + "{'id': 'words', 'layer': 'Embedding', 'from': ['in'], 'vocabulary': 9, 'size': 16},"
                + "{'id': 'places', 'layer': 'PositionalEmbedding', 'from': ['words']},"
                + "{'id': 'attention', 'layer': 'MultiHeadAttention', 'from': ['places'], 'heads': 2},"
                + "{'id': 'sum', 'layer': 'Add', 'from': ['attention', 'places']},"
                + "{'id': 'wide', 'layer': 'Dense', 'from': ['sum'], 'units': 32, 'activation': 'relu'},"
                + "{'id': 'row', 'layer': 'Flatten', 'from': ['wide']},"
                + "{'id': 'out', 'layer': 'Dense', 'from': ['row'], 'units': 1, 'activation': 'sigmoid'}],"
                + "'losses': [{'node': 'out', 'loss': 'binary-cross-entropy'}],"
                + "'recipe': {'optimizer': {'kind': 'adam', 'learningRate': 0.003}}}";
        try (Model model = Nets.model(text, ROWS, 1, 1)) {
            double first = 0;
            double last = 0;
            for (int i = 0; i < 1500; i++) {
                float[] x = words(i);
                float[] t = new float[ROWS];
                for (int row = 0; row < ROWS; row++) {
                    for (int k = 1; k < 6; k++) {
                        t[row] = Math.max(t[row], x[6 * row + k] == x[6 * row] ? 1 : 0);
                    }
                }
                double loss = model.step(x, t, ROWS);
                first += i < 50 ? loss / 50 : 0;
                last += i >= 1400 ? loss / 100 : 0;
            }
            assertTrue(last < 0.5 * first, "loss fell only from " + first + " to " + last);
        }
    }
}
