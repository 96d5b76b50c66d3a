package dev.headwater.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnalysisTest {
    private static Analysis analysis(String text) {
        NetworkFile.Parsed parsed = NetworkFile.read("test", text.getBytes(StandardCharsets.UTF_8));
        return Analysis.of(parsed.network(), parsed.problems());
    }

    @Test
    void shapesAreKnownWhereInputsAreThoughTheDesignHasErrors() {
        Analysis analysis = analysis("""
                {"headwater": 1, "nodes": [
                  {"id": "in", "layer": "Input", "shape": [2]},
                  {"id": "a", "layer": "Dense", "from": ["in"], "units": 5},
                  {"id": "lonely", "layer": "Dense", "units": 3},
                  {"id": "after", "layer": "Dense", "from": ["lonely"], "units": 3}]}""");
        assertNull(analysis.graph());
        assertEquals("[5]", analysis.shapes().get("a").toString());
        assertEquals(15, analysis.parameters().get("a"));
        assertFalse(analysis.shapes().containsKey("lonely"));
        assertFalse(analysis.shapes().containsKey("after"));
    }

    @Test
    void aBlockHasTheShapeOfItsEndAndTheParametersOfAllRepetitions() {
        Analysis analysis = analysis("""
                {"headwater": 1, "nodes": [
                  {"id": "in", "layer": "Input", "shape": [4]},
                  {"id": "stage", "block": "b", "from": ["in"], "repeat": 10}],
                 "blocks": {"b": {"nodes": [{"id": "a", "layer": "Dense", "from": ["$in"], "units": 4}], "out": "a"}},
                 "losses": [{"node": "stage", "loss": "mean-squared-error"}]}""");
        assertNotNull(analysis.graph());
        assertEquals("[4]", analysis.shapes().get("stage").toString());
        assertEquals(200, analysis.parameters().get("stage"));
    }

    @Test
    void anErrorOfReadingLeavesNoGraph() {
        Analysis analysis = analysis("""
                {"headwater": 1, "nodes": [{"id": "in", "layer": "Input", "shape": [4]}],
                 "losses": [{"node": "in", "loss": "mean-squared-error"}], "recipe": {"batch": -1}}""");
        assertNull(analysis.graph());
        assertEquals("[4]", analysis.shapes().get("in").toString());
    }
}
