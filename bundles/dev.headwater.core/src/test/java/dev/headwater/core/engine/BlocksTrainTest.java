package dev.headwater.core.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.network.Blocks;
import dev.headwater.core.network.Network;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class BlocksTrainTest {
    private static final int ROWS = 32;

    @TestFactory
    Stream<DynamicTest> aStackOfEachBlockLearns() {
        return Blocks.ALL.keySet().stream().map(name -> DynamicTest.dynamicTest(name, () -> learns(name)));
    }

    private static void learns(String name) {
        boolean sequence = name.contains("transformer");
        String settings = sequence ? ", 'units': 8, 'heads': 2, 'hidden': 16" : name.contains("dense") ? ", 'growth': 4"
                : ", 'units': 8";
        Network network = Blocks.define(Nets.network(
                "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': "
                        + (sequence ? "[4, 2]}," : "[8]},")
                        + "{'id': 'first', 'layer': 'Dense', 'from': ['in'], 'units': 8},"
                        + "{'id': 'stage', 'block': '" + name + "', 'from': ['first'], 'repeat': 4" + settings + "},"
                        + "{'id': 'row', 'layer': 'Flatten', 'from': ['stage']},"
                        + "{'id': 'out', 'layer': 'Dense', 'from': ['row'], 'units': 1, 'activation': 'sigmoid'}],"
                        + "'losses': [{'node': 'out', 'loss': 'binary-cross-entropy'}],"
                        + "'recipe': {'optimizer': {'kind': 'adam', 'learningRate': 0.01}}}"), name);
        try (Model model = new Model(Nets.graph(network), network.recipe().optimizer(), network.recipe().probe(), ROWS,
                2,
                1)) {
            model.initialize(3);
            float[] x = Nets.normal(8 * ROWS, 1);
            float[] t = Nets.labels(ROWS, 1);
            double first = model.step(x, t, ROWS);
            double last = first;
            for (int i = 0; i < 60; i++) {
                last = model.step(x, t, ROWS);
            }
            assertTrue(last < 0.3 * first, "loss fell only from " + first + " to " + last);
            for (var parameter : model.gradients().entrySet()) {
                double largest = 0;
                for (double value : LayerBench.read(parameter.getValue())) {
                    largest = Math.max(largest, Math.abs(value));
                }
                assertTrue(largest > 0, parameter.getKey() + " has no gradient");
            }
        }
    }
}
