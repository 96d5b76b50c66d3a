package dev.headwater.trainer.inspection;

import dev.headwater.core.catalog.Nearest;
import dev.headwater.core.json.Quoted;
import dev.headwater.core.telemetry.LayerReport;
import dev.headwater.trainer.input.Failure;
import java.util.ArrayList;
import java.util.List;

/** Which layers of many are shown. */
public final class LayerChoice {
    private LayerChoice() {
    }

    /**
     * The layer of this id, or all layers that a block of this id unrolled to.
     *
     * @throws Failure if there is none, with the nearest ids
     */
    public static List<LayerReport> named(List<LayerReport> layers, String id) throws Failure {
        List<LayerReport> found = layers.stream().filter(layer -> layer.id().equals(id)
                || layer.id().startsWith(id + ".") || layer.id().startsWith(id + "/")).toList();
        if (found.isEmpty()) {
            throw Failure.input("the run has no layer " + Quoted.text(id)
                    + Nearest.advice(id, layers.stream().map(LayerReport::id).toList()));
        }
        return found;
    }

    /** The first, the last and evenly spaced ones between, at most {@code most}; those that learn are preferred. */
    public static List<LayerReport> spaced(List<LayerReport> layers, int most) {
        if (layers.size() <= most) {
            return layers;
        }
        List<LayerReport> candidates = layers.stream().filter(layer -> !layer.parameters().isEmpty()).toList();
        if (candidates.size() < most) {
            candidates = layers;
        }
        List<LayerReport> chosen = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            chosen.add(candidates.get((int) ((long) i * (candidates.size() - 1) / (most - 1))));
        }
        return chosen;
    }
}
