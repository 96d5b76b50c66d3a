package dev.headwater.core.tensor;

/** Shapes that do not fit together. The message names both and says what was expected. */
public final class ShapeMismatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The mismatch described by this sentence, which must name the shapes. */
    public ShapeMismatch(String message) {
        super(message);
    }
}
