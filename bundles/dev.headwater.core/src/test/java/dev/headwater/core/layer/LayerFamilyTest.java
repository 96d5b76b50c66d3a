package dev.headwater.core.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headwater.core.catalog.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayerFamilyTest {
    @Test
    void everyLayerSaysItsFamily() {
        List<String> silent = Layers.ALL.entries().stream().filter(e -> LayerFamily.of(e.type()) == LayerFamily.OTHER)
                .map(Entry::name).toList();
        assertEquals(List.of(), silent, "add @InFamily(LayerFamily.…) to them");
    }

    @Test
    void aNameThatNoLayerHasIsOfNoFamily() {
        assertEquals(LayerFamily.OTHER, LayerFamily.of("Nonsense"));
        assertEquals(LayerFamily.ATTENTION, LayerFamily.of("MultiHeadAttention"));
        assertEquals(LayerFamily.JOIN, LayerFamily.of("Add"));
    }
}
