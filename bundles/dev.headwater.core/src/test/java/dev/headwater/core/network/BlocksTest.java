package dev.headwater.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.headwater.core.activation.Activations;
import dev.headwater.core.edit.Structure;
import dev.headwater.core.json.Json;
import dev.headwater.core.layer.Layers;
import dev.headwater.core.tensor.Shape;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class BlocksTest {
    private static final Map<String, String> SENSES = Map.of("dense-block", "grows", "batch-norm-dense-block", "grows",
            "projection-residual", "widens");

    /** What a block is made of that no catalog has. */
    private static TreeSet<String> missing(Block block) {
        TreeSet<String> missing = new TreeSet<>();
        for (Node node : block.nodes()) {
            if (Layers.ALL.find(node.kind()) == null) {
                missing.add(node.kind());
            }
        }
        if (block.settings().get("activation") instanceof Json.Str name && Activations.ALL.find(name.value()) == null) {
            missing.add(name.value());
        }
        return missing;
    }

    private static Network with(String block, Shape input, String settings) {
        String text = "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': " + input + "},"
                + "{'id': 'stage', 'block': '" + block + "', 'from': ['in'], 'repeat': 3" + settings + "}],"
                + "'losses': [{'node': 'stage', 'loss': 'mean-squared-error'}], 'data': {'source': 'xor'}}";
        Network network = NetworkFile.read("test", text.replace('\'', '"').getBytes(StandardCharsets.UTF_8)).network();
        return Blocks.define(network, block);
    }

    private static Graph graph(Network network) {
        List<Problem> problems = new ArrayList<>();
        Graph graph = Graph.of(network, problems);
        assertEquals(List.of(), problems);
        return graph;
    }

    @TestFactory
    Stream<DynamicTest> everyBlockFitsIntoADesignThreeTimes() {
        assertTrue(Blocks.ALL.size() >= 10);
        return Blocks.ALL.entrySet().stream().map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
            Block block = one.getValue().block();
            assumeTrue(missing(block).isEmpty(), one.getKey() + " waits for " + missing(block));
            assertFalse(one.getValue().about().isBlank());
            String sense = SENSES.getOrDefault(one.getKey(), "keeps");
            Shape shape = one.getKey().contains("transformer") ? Shape.of(5, 8) : Shape.of(8);
            Graph graph = graph(with(one.getKey(), shape, sense.equals("grows") ? ", 'growth': 3"
                    : sense.equals("widens") ? ", 'units': 11"
                            : shape.rank() == 2 ? ", 'units': 8, 'heads': 2, 'hidden': 13" : ", 'units': 8"));
            Shape end = graph.nodes().getLast().shape();
            assertEquals(shape.withColumns(sense.equals("grows") ? 8 + 3 * 3 : sense.equals("widens") ? 11 : 8), end);
            assertTrue(graph.nodes().stream().anyMatch(node -> node.id().equals("stage.3/" + block.out())));
        }));
    }

    /** Each setting must matter: one that no node reads would be a promise that is not kept. */
    @Test
    void everySettingIsReadByANode() {
        Blocks.ALL.forEach((name, ready) -> ready.block().settings().members().keySet().forEach(setting -> assertTrue(
                ready.block().nodes().stream().flatMap(node -> node.settings().members().values().stream())
                        .anyMatch(value -> value.equals(Json.of("$" + setting))),
                name + " does not read " + setting)));
    }

    @Test
    void addingABlockThatTheProductKnowsBringsItsDefinition() {
        Network empty = Designs.parse(Designs.RICH).network();
        Network once = Structure.addBlock(empty, "rezero", "rezero1");
        assertEquals(Blocks.ALL.get("rezero").block(), once.blocks().get("rezero"));
        assertTrue(once.node("rezero1").block());
        assertSame(once.blocks().get("rezero"), Structure.addBlock(once, "rezero", "rezero2").blocks().get("rezero"));
        assertEquals(once, NetworkFile.read("again", NetworkFile.write(once).getBytes(StandardCharsets.UTF_8))
                .network());
    }

    @Test
    void aBlockOfTheDesignIsNotReplaced() {
        Network own = NetworkFile.read("own",
                ("{\"headwater\": 1, \"nodes\": [], \"blocks\": {\"rezero\": {\"nodes\": ["
                        + "{\"id\": \"a\", \"layer\": \"Dense\", \"from\": [\"$in\"], \"units\": 3}], \"out\": \"a\"}}}")
                        .getBytes(StandardCharsets.UTF_8)).network();
        assertSame(own, Blocks.define(own, "rezero"));
        assertSame(own, Blocks.define(own, "nonsense"));
    }
}
