package dev.headwater.core.data;

import java.util.Locale;
import java.util.Optional;

/** What a row is used for. */
public enum Part {
    /** Gradients are computed from these rows, and scaling is fitted to them. */
    TRAIN,
    /** Never trained on; measured while training. */
    VALIDATION,
    /** Never trained on; measured at the end. */
    TEST;

    /** The part that a cell of a split column names: {@code train}, {@code validation} or {@code test}, any case. */
    static Optional<Part> of(String cell) {
        return switch (cell.strip().toLowerCase(Locale.ROOT)) {
            case "train", "training" -> Optional.of(TRAIN);
            case "validation", "valid", "val" -> Optional.of(VALIDATION);
            case "test" -> Optional.of(TEST);
            default -> Optional.empty();
        };
    }
}
