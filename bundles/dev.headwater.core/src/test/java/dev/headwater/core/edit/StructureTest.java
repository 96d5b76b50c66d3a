package dev.headwater.core.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.layer.Layers;
import dev.headwater.core.network.Analysis;
import dev.headwater.core.network.Network;
import dev.headwater.core.network.NetworkFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StructureTest {
    private static final Network DIAMOND = Sketches.diamond();

    private static List<String> from(Network network, String id) {
        return network.node(id).from();
    }

    @Test
    void aLayerOfEveryKindIsCompleteAsItIsAdded() {
        for (String kind : Layers.ALL.names()) {
            Network network = Structure.add(Sketches.network(Sketches.layer("in", "Input"), ""), kind, "new");
            if (Structure.mostInputs(network.node("new")) > 0) {
                network = Structure.connect(network, "in", "new");
            }
            List<String> about = Analysis.of(network, List.of()).problems().stream()
                    .filter(problem -> "new".equals(problem.node())).map(problem -> problem.message())
                    .filter(message -> !message.contains("needs at least 2 inputs") && !message.contains(
                            "no loss depends") && !message.contains("judge")).toList();
            assertTrue(about.stream().noneMatch(message -> message.contains("setting")), kind + ": " + about);
        }
    }

    @Test
    void freeIdsCountFromOne() {
        Network one = Structure.add(DIAMOND, "Dense", Structure.freeId(DIAMOND, "Dense"));
        assertNotNull(one.node("dense1"));
        assertEquals("dense2", Structure.freeId(one, "Dense"));
    }

    @Test
    void nodesThatAnEditLeavesAloneKeepTheirIdentity() {
        Network after = Structure.connect(DIAMOND, "in", "sum");
        assertSame(DIAMOND.node("a"), after.node("a"));
        assertSame(DIAMOND.node("a"), Structure.delete(DIAMOND, Set.of("sum")).node("a"));
    }

    @Test
    void whoReadADeletedNodeReadsItsInput() {
        Network after = Structure.delete(DIAMOND, Set.of("a"));
        assertEquals(List.of("in"), from(after, "b"));
        assertEquals(List.of("b", "in"), from(after, "sum"));
        assertFalse(after.diagram().has("a"));
    }

    @Test
    void aChainThatIsDeletedIsBridgedOnce() {
        assertEquals(List.of("in"), from(Structure.delete(DIAMOND, Set.of("a", "b")), "sum"));
    }

    @Test
    void theLossOfADeletedNodeGoesWithIt() {
        assertTrue(Structure.delete(DIAMOND, Set.of("sum")).losses().isEmpty());
        assertEquals(1, Structure.delete(DIAMOND, Set.of("b")).losses().size());
    }

    @Test
    void deletingNodesThatReadEachOtherEnds() {
        Network circle = Sketches.network(String.join(",", Sketches.layer("a", "Dense", "b"), Sketches.layer("b",
                "Dense", "a"), Sketches.layer("c", "Dense", "a")), "");
        assertEquals(List.of(), from(Structure.delete(circle, Set.of("a", "b")), "c"));
    }

    @Test
    void circlesAndInputsOfInputsCannotBeDrawn() {
        assertFalse(Structure.mayConnect(DIAMOND, "sum", "a"));
        assertFalse(Structure.mayConnect(DIAMOND, "a", "a"));
        assertFalse(Structure.mayConnect(DIAMOND, "a", "in"));
        assertFalse(Structure.mayConnect(DIAMOND, "b", "sum"));
        assertFalse(Structure.mayConnect(DIAMOND, "nobody", "sum"));
        assertTrue(Structure.mayConnect(DIAMOND, "in", "sum"));
    }

    @Test
    void aLayerOfOneInputLetsGoOfWhatItRead() {
        assertEquals(List.of("in"), from(Structure.connect(DIAMOND, "in", "b"), "b"));
        assertEquals(List.of("b", "a", "in"), from(Structure.connect(DIAMOND, "in", "sum"), "sum"));
    }

    @Test
    void connectionsAreTakenAwayAndMoved() {
        assertEquals(List.of("b"), from(Structure.disconnect(DIAMOND, "a", "sum"), "sum"));
        assertEquals(List.of("b", "in"), from(Structure.reconnectSource(DIAMOND, "a", "sum", "in"), "sum"));
        assertSame(DIAMOND, Structure.reconnectSource(DIAMOND, "a", "sum", "sum"));
        Network moved = Structure.reconnectTarget(DIAMOND, "in", "a", "sum");
        assertEquals(List.of(), from(moved, "a"));
        assertEquals(List.of("b", "a", "in"), from(moved, "sum"));
        assertSame(DIAMOND, Structure.reconnectTarget(DIAMOND, "a", "b", "in"));
    }

    @Test
    void everythingThatNamesANodeFollowsItsNewName() {
        Network after = Structure.rename(Structure.rename(DIAMOND, "a", "first"), "sum", "last");
        assertEquals(List.of("first"), from(after, "b"));
        assertEquals(List.of("b", "first"), from(after, "last"));
        assertEquals("last", after.losses().getFirst().node());
        assertTrue(after.diagram().has("first"));
        assertFalse(after.diagram().has("a"));
    }

    @Test
    void aLossInsideABlockFollowsTheBlock() {
        Network network = Sketches.network(Sketches.layer("in", "Input")
                + ", {\"id\": \"stage\", \"block\": \"plain\", \"from\": [\"in\"], \"repeat\": 3}",
                ", \"blocks\": {\"plain\": {\"nodes\": [" + Sketches.layer("a", "Dense", "$in") + "], \"out\": \"a\"}},"
                        + "\"losses\": [{\"node\": \"stage.3/a\", \"loss\": \"mean-squared-error\"}]");
        assertEquals("s.3/a", Structure.rename(network, "stage", "s").losses().getFirst().node());
        assertTrue(Structure.delete(network, Set.of("stage")).losses().isEmpty());
    }

    @Test
    void badOrTakenNamesChangeNothing() {
        for (String name : List.of("b", "", "with space", "ü", "$in", "x".repeat(101))) {
            assertSame(DIAMOND, Structure.rename(DIAMOND, "a", name), name);
        }
    }

    @Test
    void whatWasEditedIsReadBackEqual() {
        Network after = Structure.rename(Structure.connect(Structure.add(DIAMOND, "Dense", "dense1"), "sum", "dense1"),
                "in", "data");
        Network read = NetworkFile.read("test", NetworkFile.write(after).getBytes(StandardCharsets.UTF_8)).network();
        assertEquals(after, read);
    }
}
