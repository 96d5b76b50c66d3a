package dev.headwater.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.layer.Dense;
import dev.headwater.core.loss.BinaryCrossEntropy;
import dev.headwater.core.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphTest {
    private static List<String> ids(Graph graph) {
        return graph.nodes().stream().map(GraphNode::id).toList();
    }

    @Test
    void repeatedBlocksUnrollInAChain() {
        Graph graph = Designs.graph(Designs.RICH);
        assertEquals(List.of("in", "dense1", "stage1.1/a", "stage1.1/sum", "stage1.2/a", "stage1.2/sum", "stage1.3/a",
                "stage1.3/sum", "out"), ids(graph));
        assertEquals(List.of(2, 1), graph.node("stage1.1/sum").inputs());
        assertEquals(List.of(3), graph.node("stage1.2/a").inputs());
        assertEquals(List.of(4, 3), graph.node("stage1.2/sum").inputs());
        assertEquals(List.of(7), graph.node("out").inputs());
        assertSame(graph.node("stage1.3/sum"), graph.node("stage1"));
        assertNull(graph.node("stage2"));
    }

    @Test
    void depthIsTheLongestPathFromAnInput() {
        Graph graph = Designs.graph(Designs.RICH);
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8), graph.nodes().stream().map(GraphNode::depth).toList());
    }

    @Test
    void layersAreBoundWithShapesParametersAndCosts() {
        Graph graph = Designs.graph(Designs.RICH);
        assertEquals(5, ((Dense) graph.node("stage1.2/a").layer()).units(), "the node's units override the block's");
        assertEquals(Shape.of(5), graph.node("stage1.2/sum").shape());
        assertEquals("Dense", graph.node("out").kind());
        assertEquals(List.of("weight", "bias"), graph.node("out").parameters().stream().map(p -> p.name()).toList());
        assertEquals(15 + 3 * 30 + 6, graph.parameterCount());
        assertEquals(10 + 3 * 25 + 5, graph.multiplyAdds());
    }

    @Test
    void lossesKnowTheirNodes() {
        Graph graph = Designs.graph(Designs.RICH);
        assertEquals(List.of(new GraphLoss(8, new BinaryCrossEntropy())), graph.losses());
        assertTrue(graph.node("out").output());
        assertEquals(1, graph.nodes().stream().filter(GraphNode::output).count());
    }

    @Test
    void theOrderIsTheFilesWhereThatIsPossible() {
        Graph graph = Designs.graph(Designs.withNodes(
                "{\"id\": \"out\", \"layer\": \"Add\", \"from\": [\"b\", \"a\"]}",
                "{\"id\": \"a\", \"layer\": \"Dense\", \"from\": [\"in\"], \"units\": 2}",
                "{\"id\": \"in\", \"layer\": \"Input\", \"shape\": 2}",
                "{\"id\": \"b\", \"layer\": \"Dense\", \"from\": [\"in\"], \"units\": 2}"));
        assertEquals(List.of("in", "a", "b", "out"), ids(graph));
        assertEquals(List.of(2, 1), graph.node("out").inputs(), "inputs keep the order of 'from'");
    }

    @Test
    void nestedBlocksChainTheirIdsAndHandTheirSettingsDown() {
        Graph graph = Designs.graph("""
                {"headwater": 1, "data": {"source": "circle"},
                 "nodes": [{"id": "in", "layer": "Input", "shape": 2},
                           {"id": "a", "block": "outer", "from": ["in"], "repeat": 2, "width": 3},
                           {"id": "out", "layer": "Dense", "from": ["a"], "units": 1}],
                 "blocks": {
                   "inner": {"settings": {"units": 9}, "out": "d",
                             "nodes": [{"id": "d", "layer": "Dense", "from": ["$in"], "units": "$units"}]},
                   "outer": {"settings": {"width": 8}, "out": "c",
                             "nodes": [{"id": "b", "block": "inner", "from": ["$in"], "repeat": 2, "units": "$width"},
                                       {"id": "c", "layer": "Dense", "from": ["b"], "units": 2}]}},
                 "losses": [{"node": "out", "loss": "mse"}]}""");
        assertEquals(List.of("in", "a.1/b.1/d", "a.1/b.2/d", "a.1/c", "a.2/b.1/d", "a.2/b.2/d", "a.2/c", "out"),
                ids(graph));
        assertEquals(List.of(3), graph.node("a.2/b.1/d").inputs());
        assertEquals(Shape.of(3), graph.node("a.2/b.2/d").shape());
        assertSame(graph.node("a.1/b.1/d").origin(), graph.node("a.2/b.2/d").origin());
        assertSame(graph.node("a.1/b.1/d").layer(), graph.node("a.1/b.2/d").layer(),
                "bound once, however often it stands");
    }

    @Test
    void ofSeveralBlockInputsTheFirstIsHandedOnAndTheOthersStay() {
        Graph graph = Designs.graph("""
                {"headwater": 1, "data": {"source": "circle"},
                 "nodes": [{"id": "x", "layer": "Input", "shape": 2}, {"id": "y", "layer": "Input", "shape": 2},
                           {"id": "out", "block": "mix", "from": ["x", "y"], "repeat": 2}],
                 "blocks": {"mix": {"out": "s", "nodes": [{"id": "s", "layer": "Add", "from": ["$in1", "$in2"]}]}},
                 "losses": [{"node": "out.2/s", "loss": "mse"}]}""");
        assertEquals(List.of(0, 1), graph.node("out.1/s").inputs());
        assertEquals(List.of(2, 1), graph.node("out.2/s").inputs());
        assertEquals(3, graph.losses().get(0).node());
    }

    private static String deep(int repeat) {
        return Designs.RICH.replace("\"repeat\": 3", "\"repeat\": " + repeat);
    }

    @Test
    void unrollingIsLinear() {
        Designs.graph(deep(1_000));
        long thousand = nanos(() -> Designs.graph(deep(1_000)));
        long fifty = nanos(() -> Designs.graph(deep(50_000)));
        assertTrue(fifty < 500 * Math.max(thousand, 1_000_000), thousand + " ns for 1,000, " + fifty + " for 50,000");
        assertEquals(2_003, Designs.graph(deep(1_000)).nodes().size());
    }

    private static long nanos(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    @Test
    void aPlainChainOfManyThousandsIsNoProblem() {
        StringBuilder nodes = new StringBuilder("{\"id\": \"n0\", \"layer\": \"Input\", \"shape\": 2}");
        for (int i = 1; i < 50_000; i++) {
            nodes.append(",\n{\"id\": \"n").append(i).append("\", \"layer\": \"Dense\", \"units\": 2, \"from\": [\"n")
                    .append(i - 1).append("\"]}");
        }
        nodes.append(",\n{\"id\": \"out\", \"layer\": \"Flatten\", \"from\": [\"n49999\"]}");
        assertEquals(50_001, Designs.graph(Designs.withNodes(nodes.toString())).nodes().size());
    }
}
