package dev.headwater.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.headwater.core.network.LayerReference;
import dev.headwater.core.telemetry.LayerRow;
import dev.headwater.core.tensor.Shape;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LayerLinkTest {
    private static final List<LayerRow> LAYERS = Stream.of("dense1", "stage1.1/a", "stage1.2/a", "stage1.2/b", "out")
            .map(id -> new LayerRow(id, "Dense", 1, Shape.of(1), List.of(), LayerRow.At.OUTPUT)).toList();

    private static String find(String node, String current) {
        return LayerLink.find(new LayerReference(null, node), LAYERS, current);
    }

    @Test
    void aNodeIsItsLayer() {
        assertEquals("out", find("out", null));
        assertEquals("stage1.2/b", find("stage1.2/b", "dense1"));
    }

    @Test
    void aBlockIsItsFirstLayerUnlessOneOfItsLayersIsSelectedAlready() {
        assertEquals("stage1.1/a", find("stage1", null));
        assertEquals("stage1.1/a", find("stage1", "dense1"));
        assertEquals("stage1.2/a", find("stage1", "stage1.2/a"));
    }

    @Test
    void aNodeWithoutLayerIsNothing() {
        assertNull(find("dense2", "dense1"));
        assertNull(find("stage", "dense1"));
    }
}
