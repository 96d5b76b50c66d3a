package dev.headwater.core.network;

import dev.headwater.core.layer.Layer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of nodes with its layers bound and its blocks looked up: made once, however often it repeats.
 *
 * @param parts in file order
 * @param byId index of each part by its node's id
 * @param out the part whose output is the whole's; -1 for the design itself
 */
record Template(List<Part> parts, Map<String, Integer> byId, int out) {
    /**
     * One node of a template.
     *
     * @param node as the design says it
     * @param layer its layer; {@code null} for a block, and where the settings were wrong
     * @param body what the block consists of; {@code null} for a layer
     */
    record Part(Node node, Layer layer, Template body) {
    }

    static Template of(List<Part> parts, String out) {
        Map<String, Integer> byId = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            byId.put(parts.get(i).node().id(), i);
        }
        return new Template(List.copyOf(parts), byId, byId.getOrDefault(out, -1));
    }
}
