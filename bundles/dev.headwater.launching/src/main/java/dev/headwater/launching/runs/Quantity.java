package dev.headwater.launching.runs;

import dev.headwater.core.telemetry.LayerReport;
import dev.headwater.core.telemetry.SeriesKind;
import java.util.OptionalDouble;

/** What a heat map shows of each layer: one number that is never negative. */
public enum Quantity {
    /** ‖dL/dθ‖₂ over all parameters of the layer. */
    PARAMETER_GRADIENT(SeriesKind.PARAMETER),
    /** ‖dL/dy‖₂ at the layer's output. */
    OUTPUT_GRADIENT(SeriesKind.OUTPUT_GRADIENT),
    /** ‖Δw‖₂ / ‖w‖₂ over all parameters of the layer. */
    UPDATE_RATIO(SeriesKind.PARAMETER);

    private final SeriesKind kind;

    Quantity(SeriesKind kind) {
        this.kind = kind;
    }

    /** The kind of series that it is made of. */
    SeriesKind kind() {
        return kind;
    }

    /** What a report says of it; empty if it was not recorded or there is none. */
    public OptionalDouble of(LayerReport report) {
        return switch (this) {
            case PARAMETER_GRADIENT -> report.parameterGradient() == null ? OptionalDouble.empty()
                    : OptionalDouble.of(report.parameterGradient().l2());
            case OUTPUT_GRADIENT -> report.outputGradient() == null ? OptionalDouble.empty()
                    : OptionalDouble.of(report.outputGradient().l2());
            case UPDATE_RATIO -> report.updateRatio();
        };
    }
}
