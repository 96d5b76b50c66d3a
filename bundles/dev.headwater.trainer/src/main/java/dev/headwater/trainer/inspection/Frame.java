package dev.headwater.trainer.inspection;

import dev.headwater.core.json.Json;
import dev.headwater.core.telemetry.LayerReport;
import java.util.Comparator;
import java.util.List;

/**
 * What was recorded at a step, or of several together.
 *
 * @param first the first step that it stands for
 * @param last the last one
 * @param layers the layers, input side first
 */
public record Frame(long first, long last, List<LayerReport> layers) {
    /** Sorts the layers by depth; those of the same depth stay in their order. */
    public Frame {
        layers = layers.stream().sorted(Comparator.comparingInt(LayerReport::depth)).toList();
    }

    /** Only these layers. */
    public Frame with(List<LayerReport> some) {
        return new Frame(first, last, some);
    }

    /** The object that {@code inspect --json} prints; {@code step} is the one that was asked for. */
    public Json.Obj toJson(long step) {
        return Json.object().put("step", step).put("covers", Json.array(List.of(Json.of(first), Json.of(last))))
                .put("layers", Json.array(layers.stream().map(LayerReport::toJson).toList())).build();
    }
}
