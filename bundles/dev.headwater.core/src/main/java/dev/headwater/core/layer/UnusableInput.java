package dev.headwater.core.layer;

/** A value that a layer cannot read, found while computing: data that do not fit the design. Names node, value and range. */
public final class UnusableInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** One sentence with the way out. */
    public UnusableInput(String message) {
        super(message);
    }
}
