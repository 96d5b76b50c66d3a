package dev.headwater.core.telemetry;

import java.util.List;
import java.util.Locale;

/** What one recorded tensor is to its layer, and what is recorded of it. */
public enum SeriesKind {
    /** The gradient of a parameter and the parameter's update. */
    PARAMETER("l2", "mean", "std", "min", "max", "zeros", "nonFinite", "updateNorm", "weightNorm"),
    /** The layer's activated output. */
    OUTPUT("mean", "std", "min", "max", "saturated", "dead", "nonFinite"),
    /** The gradient of the loss with respect to the output. */
    OUTPUT_GRADIENT("l2", "mean", "std", "min", "max", "zeros", "nonFinite"),
    /** The training step itself: its loss, learning rate, the norm of the whole gradient, the share of it clipped. */
    STEP("loss", "learningRate", "gradientNorm", "clipped");

    private final List<String> quantities;

    SeriesKind(String... quantities) {
        this.quantities = List.of(quantities);
    }

    /** The quantities that a moments file records of such a tensor, in their order within the frame. */
    public List<String> quantities() {
        return quantities;
    }

    /** The word for it in files: {@code output-gradient}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind that a file calls {@code word}, or {@code null} if there is none. */
    public static SeriesKind of(String word) {
        for (SeriesKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        return null;
    }
}
