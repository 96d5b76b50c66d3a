package dev.headwater.core.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.network.Pretraining;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Gradients that follow each other in the same memory, against those that have their own. */
class GradientSlotsTest {
    private static final int ROWS = 6;

    private static String node(String id, String layer, String from, String settings) {
        return "{'id': '" + id + "', 'layer': '" + layer + "', 'from': [" + from + "]" + (settings.isEmpty() ? ""
                : ", " + settings) + "}";
    }

    /** Forks, joins, two losses, a recurrent layer and one that nothing is learned through. */
    private static String net(String recipe) {
        return "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [4, 3]}," + String.join(",",
                node("flatIn", "Flatten", "'in'", ""),
                node("lstm", "LSTM", "'in'", "'units': 5, 'returnSequences': true"),
                node("norm", "BatchNorm", "'lstm'", ""), node("relu", "Activation", "'norm'", "'activation': 'relu'"),
                node("twice", "Add", "'relu', 'lstm'", ""), node("flat", "Flatten", "'twice'", ""),
                node("dense", "Dense", "'flat'", "'units': 12, 'activation': 'relu'"),
                node("sum", "Add", "'dense', 'flatIn', 'dense'", ""),
                node("side", "Dense", "'sum'", "'units': 1, 'activation': 'sigmoid'"),
                node("out", "Dense", "'sum'", "'units': 1"))
                + "], 'losses': [{'node': 'out', 'loss': 'mean-squared-error'}, {'node': 'side', 'loss':"
                + " 'mean-squared-error', 'weight': 0.5}], 'recipe': {" + recipe + "}}";
    }

    private static GradientSlots slots(String text, boolean shared) {
        return new GradientSlots(new Wiring(Pretraining.of(Nets.graph(Nets.network(text)), Nets.network(text).recipe()
                .fit())), shared);
    }

    private static double[] weights(String text, int parts, int threads) {
        try (Model model = Nets.model(text, ROWS, parts, threads)) {
            for (int i = 0; i < 3; i++) {
                model.step(Nets.normal(ROWS * 12, i), Nets.normal(ROWS * 2, 9 + i), ROWS);
            }
            return model.tensors().values().stream().flatMapToDouble(tensor -> java.util.Arrays.stream(LayerBench.read(
                    tensor))).toArray();
        }
    }

    /** A step of one part with a second thread shares no memory, so its bits are those of gradients that have their own. */
    @Test
    void nothingIsOverwrittenBeforeItWasUsed() {
        assertArrayEquals(weights(net(""), 1, 2), weights(net(""), 1, 1));
    }

    @Test
    void aChainNeedsTwoAtATime() {
        StringBuilder nodes = new StringBuilder("{'id': 'in', 'layer': 'Input', 'shape': [3]}");
        String before = "in";
        for (int i = 0; i < 20; i++) {
            nodes.append(",").append(node("d" + i, "Dense", "'" + before + "'", "'units': 7"));
            before = "d" + i;
        }
        String text = "{'headwater': 1, 'nodes': [" + nodes + "], 'losses': [{'node': '" + before
                + "', 'loss': 'mean-squared-error'}]}";
        assertEquals(List.of(7, 7), slots(text, true).sizes());
        assertEquals(20, slots(text, false).sizes().size());
    }

    @Test
    void whatIsLookedAtAfterTheStepHasItsOwn() {
        GradientSlots slots = slots(net(""), true);
        int lstm = 2;
        for (int node = 3; node < 11; node++) {
            assertNotEquals(slots.of(lstm), slots.of(node), "node " + node);
        }
        assertTrue(slots.sizes().size() < slots(net(""), false).sizes().size());
    }

    /** When it is found the gradients have been overwritten. */
    @Test
    void theFirstGradientThatIsNotFiniteIsFoundAllTheSame() {
        String text = "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [2]}," + String.join(",",
                node("a", "Dense", "'in'", "'units': 3, 'weight': 'zeros'"),
                node("b", "Dense", "'a'", "'units': 3, 'weight': {'initializer': 'constant', 'value': 1e20}"),
                node("c", "Dense", "'b'", "'units': 3, 'weight': {'initializer': 'constant', 'value': 1e20}"),
                node("d", "Dense", "'c'", "'units': 1, 'weight': {'initializer': 'constant', 'value': 1}"))
                + "], 'losses': [{'node': 'd', 'loss': 'mean-squared-error'}]}";
        for (int parts = 1; parts <= 2; parts++) {
            try (Model model = Nets.model(text, ROWS, parts, 1)) {
                float[] x = Nets.normal(ROWS * 2, 1);
                float[] y = Nets.normal(ROWS, 2);
                Diverged found = assertThrows(Diverged.class, () -> model.step(x, y, ROWS));
                assertEquals("a", found.node());
                assertEquals("the output gradient", found.tensor());
                assertEquals(0, model.step());
            }
        }
    }
}
