package dev.headwater.core.telemetry;

import dev.headwater.core.json.Json;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What one frame says about one layer, as {@code inspect} shows it. A part that the frame does not hold is {@code null}
 * or empty.
 *
 * @param id the node's id, unrolled
 * @param kind the layer's name
 * @param depth the longest path from an input
 * @param parameterGradient the gradients of all its parameters together; {@code null} where it has none
 * @param parameters each parameter
 * @param outputGradient the gradient of its output; {@code null} where there is none, as at an input
 * @param at of what {@code outputGradient} is the gradient
 * @param output its activated output; {@code null} if it was not recorded
 * @param updateRatio ‖Δw‖₂ / ‖w‖₂ over all its parameters, ‖w‖ before the update; empty for 0/0 and without parameters
 */
public record LayerReport(String id, String kind, int depth, Moments parameterGradient, List<Parameter> parameters,
        Moments outputGradient, LayerRow.At at, Output output, OptionalDouble updateRatio) {
    /** A report with a copy of the list. */
    public LayerReport {
        parameters = List.copyOf(parameters);
    }

    /** What the frame says about one parameter. */
    public record Parameter(String name, Moments gradient, OptionalDouble updateRatio) {
        private Json.Obj toJson() {
            return Json.object().put("name", name).put("gradient", gradient.toJson().build())
                    .put("updateRatio", ratio(updateRatio)).build();
        }
    }

    /**
     * What the frame says about an output.
     *
     * @param mean the mean of its values
     * @param std their standard deviation
     * @param saturated the share of values where the activation is nearly flat; NaN where there is no activation
     * @param dead the share of units whose slope is 0 on every row; NaN where there is no activation
     */
    public record Output(double mean, double std, double saturated, double dead) {
        private Json.Obj toJson() {
            return Json.object().put("mean", mean).put("std", std).put("saturated", share(saturated))
                    .put("dead", share(dead)).build();
        }

        private static Json share(double share) {
            return Double.isNaN(share) ? Json.NULL : Json.of(share);
        }
    }

    /** The object that {@code inspect --json} prints for the layer. */
    public Json.Obj toJson() {
        return Json.object().put("id", id).put("kind", kind).put("depth", (long) depth)
                .put("parameterGradient", parameterGradient == null ? null : parameterGradient.toJson().build())
                .put("parameters", Json.array(parameters.stream().map(Parameter::toJson).toList()))
                .put("outputGradient",
                        outputGradient == null ? null : outputGradient.toJson().put("at", at.word()).build())
                .put("output", output == null ? null : output.toJson()).put("updateRatio", ratio(updateRatio)).build();
    }

    private static Json ratio(OptionalDouble ratio) {
        return ratio.isPresent() ? Json.of(ratio.getAsDouble()) : Json.NULL;
    }
}
