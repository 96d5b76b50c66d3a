package dev.headwater.core.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.network.Network;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClippingTest {
    private static final Network DIAMOND = Sketches.diamond();

    private static Clipping throughText(Clipping clipping) {
        return Clipping.read(clipping.text());
    }

    @Test
    void copiesHaveNewNamesAndTheConnectionsAmongThem() {
        Clipping clipping = throughText(Clipping.of(DIAMOND, Set.of("a", "b"), Map.of("a", new Place(1, 2))));
        Clipping.Pasted pasted = clipping.into(DIAMOND, 10, 20);
        assertEquals(Set.of("a2", "b2"), pasted.ids());
        assertEquals(List.of(), pasted.network().node("a2").from());
        assertEquals(List.of("a2"), pasted.network().node("b2").from());
        assertEquals(new Place(11, 22), Diagram.places(pasted.network()).get("a2"));
        assertEquals(DIAMOND.node("sum"), pasted.network().node("sum"));
    }

    @Test
    void aNumberedNameIsCountedOn() {
        Network network = Sketches.network(Sketches.layer("dense3", "Dense"), "");
        assertEquals(Set.of("dense4"), Clipping.of(network, Set.of("dense3"), Map.of()).into(network, 0, 0).ids());
    }

    @Test
    void blocksComeAlongAndDoNotReplaceThoseThatAreThere() {
        String use = "{\"id\": \"stage\", \"block\": \"plain\", \"repeat\": 3}";
        String block = ", \"blocks\": {\"plain\": {\"nodes\": [%s], \"out\": \"a\"}}";
        Network source = Sketches.network(use, block.formatted(Sketches.layer("a", "Dense", "$in")));
        Clipping clipping = throughText(Clipping.of(source, Set.of("stage"), Map.of()));
        assertNotNull(clipping.into(DIAMOND, 0, 0).network().blocks().get("plain"));
        Network other = Sketches.network(use, block.formatted(Sketches.layer("a", "Flatten", "$in")));
        assertEquals(other.blocks(), clipping.into(other, 0, 0).network().blocks());
    }

    @Test
    void otherTextsAreNoClipping() {
        for (String text : List.of("", "hello", "{}", "{\"headwater\": 1, \"nodes\": []}", "{\"a\": ")) {
            assertNull(Clipping.read(text), text);
        }
        assertNull(Clipping.read(null));
    }

    @Test
    void aSecondPasteIsSeenToCoverTheFirst() {
        Clipping clipping = Clipping.of(DIAMOND, Set.of("a"), Map.of("a", new Place(0, 0)));
        assertTrue(clipping.covers(List.of(new Place(24, 24)), 24));
        assertEquals(1, clipping.size());
    }
}
