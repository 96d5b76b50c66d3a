package dev.headwater.editor.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.edit.Grid;
import dev.headwater.core.network.Analysis;
import dev.headwater.core.network.Network;
import dev.headwater.core.network.NetworkFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SceneTest {
    private static final Grid GRID = new Grid(100, 40, 20, 30, 10);

    private static Scene scene(String nodes) {
        String text = "{\"headwater\": 1, \"nodes\": [" + nodes + "], \"blocks\": {\"b\": {\"nodes\": [{\"id\": \"x\","
                + "\"layer\": \"Flatten\", \"from\": [\"$in\"]}], \"out\": \"x\"}}}";
        Network network = NetworkFile.read("test", text.getBytes(StandardCharsets.UTF_8)).network();
        return Scene.of(network, Analysis.of(network, List.of()), GRID);
    }

    private static final String SKIP = """
            {"id": "in", "layer": "Input", "shape": [3]},
            {"id": "d", "layer": "Dense", "from": ["in"], "units": 3, "activation": {"activation": "leaky-relu"}},
            {"id": "sum", "layer": "Add", "from": ["d", "in"]},
            {"id": "stage", "block": "b", "from": ["sum"], "repeat": 997},
            {"id": "alone", "layer": "Dense", "units": 3}""";

    @Test
    void captionsNameTheMainSettings() {
        Scene scene = scene(SKIP);
        assertEquals("Input \u00b7 [3]", scene.spot(new NodeKey("in")).caption());
        assertEquals("Dense \u00b7 3 \u00b7 leaky-relu", scene.spot(new NodeKey("d")).caption());
        assertEquals("b \u00d7 997", scene.spot(new NodeKey("stage")).caption());
    }

    @Test
    void shapesAndProblemsAreThoseOfTheNode() {
        Scene scene = scene(SKIP);
        assertEquals("[3]", scene.spot(new NodeKey("stage")).shape());
        assertEquals("", scene.spot(new NodeKey("alone")).shape());
        assertTrue(scene.spot(new NodeKey("alone")).problem().isError());
        assertNull(scene.spot(new NodeKey("d")).problem());
    }

    @Test
    void aWireThatSkipsALayerGoesAroundIt() {
        Scene scene = scene(SKIP);
        Wire skip = scene.into(new NodeKey("sum")).get(1);
        Wire straight = scene.into(new NodeKey("sum")).get(0);
        int right = scene.spot(new NodeKey("d")).place().x() + GRID.width();
        int left = scene.spot(new NodeKey("d")).place().x();
        assertNotNull(scene.lane(skip));
        assertTrue(scene.lane(skip) > right || scene.lane(skip) < left, "lane at " + scene.lane(skip));
        assertNull(scene.lane(straight));
    }

    @Test
    void wiresBesideEachOtherHaveLanesOfTheirOwn() {
        Scene scene = scene("""
                {"id": "in", "layer": "Input", "shape": [3]},
                {"id": "a", "layer": "Dense", "from": ["in"], "units": 3},
                {"id": "b", "layer": "Dense", "from": ["a"], "units": 3},
                {"id": "c", "layer": "Dense", "from": ["b"], "units": 3},
                {"id": "sum", "layer": "Add", "from": ["c", "a", "in"]}""");
        List<Wire> wires = scene.into(new NodeKey("sum"));
        assertNotEquals(scene.lane(wires.get(1)), scene.lane(wires.get(2)));
    }

    @Test
    void twoNodesOfOneIdAreTwoSpots() {
        Scene scene = scene("""
                {"id": "in", "layer": "Input", "shape": [3]},
                {"id": "in", "layer": "Input", "shape": [3]},
                {"id": "d", "layer": "Dense", "from": ["in", "missing"], "units": 3}""");
        assertEquals(3, scene.keys().size());
        assertEquals(1, scene.into(new NodeKey("d")).size());
        assertEquals(1, scene.outOf(new NodeKey("in")).size());
    }
}
