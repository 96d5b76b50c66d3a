package dev.headwater.core.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.network.Network;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayeringTest {
    private static final Grid GRID = new Grid(100, 40, 20, 30, 10);

    private static Network unplaced() {
        return Diagram.arrange(Sketches.diamond());
    }

    @Test
    void everyNodeStandsBelowWhatItReads() {
        Map<String, Place> places = Layering.of(unplaced(), GRID);
        assertEquals(new Place(10, 10), places.get("in"));
        assertEquals(new Place(10, 80), places.get("a"));
        assertEquals(new Place(10, 150), places.get("b"));
        assertEquals(new Place(10, 220), places.get("sum"));
    }

    @Test
    void nodesOfOneLayerStandSideBySideAroundTheMiddle() {
        Network fork = Sketches.network(String.join(",", Sketches.layer("in", "Input"), Sketches.layer("a", "Dense",
                "in"), Sketches.layer("b", "Dense", "in"), Sketches.layer("sum", "Add", "a", "b")), "");
        Map<String, Place> places = Layering.of(fork, GRID);
        assertEquals(new Place(10, 80), places.get("a"));
        assertEquals(new Place(130, 80), places.get("b"));
        assertEquals(70, places.get("in").x());
        assertEquals(70, places.get("sum").x());
    }

    @Test
    void placesOfTheFileAreKeptAndOthersFitInBelowTheirInputs() {
        Map<String, Place> places = Layering.of(Diagram.place(unplaced(), Map.of("in", new Place(500, 0), "a",
                new Place(500, 300))), GRID);
        assertEquals(new Place(500, 0), places.get("in"));
        assertEquals(new Place(500, 370), places.get("b"));
        assertEquals(new Place(500, 440), places.get("sum"));
    }

    @Test
    void aTakenPlaceIsLeftToItsOwner() {
        Map<String, Place> taken = Map.of("x", new Place(0, 0), "y", new Place(120, 0));
        assertEquals(new Place(240, 5), Layering.free(taken, new Place(0, 5), GRID));
        assertEquals(new Place(0, 100), Layering.free(taken, new Place(0, 100), GRID));
    }

    @Test
    void circlesAndMissingInputsDoNoHarm() {
        Network circle = Sketches.network(String.join(",", Sketches.layer("a", "Dense", "b"), Sketches.layer("b",
                "Dense", "a", "nobody"), Sketches.layer("a", "Dense", "b")), "");
        assertEquals(2, Layering.of(circle, GRID).size());
    }

    @Test
    void tenThousandLayersAreArrangedInNoTime() {
        List<String> nodes = new ArrayList<>(List.of(Sketches.layer("n0", "Input")));
        for (int i = 1; i < 10_000; i++) {
            nodes.add(Sketches.layer("n" + i, "Dense", "n" + (i - 1)));
        }
        Network chain = Sketches.network(String.join(",", nodes), "");
        assertTimeout(Duration.ofSeconds(2), () -> assertEquals(10_000, Layering.of(chain, GRID).size()));
    }

    @Test
    void onlyPlacesThatCanBeDrawnAreRead() {
        Network network = Sketches.network(Sketches.layer("in", "Input"),
                ", \"diagram\": {\"in\": [1, 2000000000], \"other\": [1, 2]}");
        assertTrue(Diagram.places(network).isEmpty());
    }

    @Test
    void arrangingForgetsPlacesOfNodesAndNothingElse() {
        Network network = Sketches.network(Sketches.layer("in", "Input"),
                ", \"diagram\": {\"in\": [1, 2], \"zoom\": 1.5}");
        Network arranged = Diagram.arrange(network);
        assertFalse(arranged.diagram().has("in"));
        assertTrue(arranged.diagram().has("zoom"));
    }
}
