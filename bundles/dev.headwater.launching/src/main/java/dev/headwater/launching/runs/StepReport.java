package dev.headwater.launching.runs;

import dev.headwater.core.telemetry.LayerReport;
import java.util.List;

/**
 * All that was recorded at a step, as {@code inspect} says it.
 *
 * @param first the first step that the numbers stand for
 * @param last the last one
 * @param layers what was recorded of each layer, by depth
 */
public record StepReport(long first, long last, List<LayerReport> layers) {
    /** The report of a layer, or {@code null}. */
    public LayerReport layer(String id) {
        for (LayerReport layer : layers) {
            if (layer.id().equals(id)) {
                return layer;
            }
        }
        return null;
    }
}
