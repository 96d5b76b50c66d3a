package dev.headwater.core.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headwater.core.layer.Bidirectional;
import dev.headwater.core.layer.Layers;
import dev.headwater.core.layer.TimeDistributed;
import dev.headwater.core.network.Network;
import dev.headwater.core.network.Node;
import java.util.List;
import org.junit.jupiter.api.Test;

class NestedLayersTest {
    /** What a palette drops must be a layer, also where a layer's setting is a layer. */
    @Test
    void aNewWrapperHoldsALayerThatWorks() {
        Network network = Sketches.network(Sketches.layer("in", "Input"), "");
        for (Class<?> type : List.of(Bidirectional.class, TimeDistributed.class)) {
            Node added = Structure.add(network, type.getSimpleName(), "new").nodes().getLast();
            assertEquals(List.of(), List.copyOf(added.settings().members().keySet()));
            assertEquals(1, FirstSettings.mostInputs(Layers.ALL.find(type.getSimpleName())));
        }
    }
}
