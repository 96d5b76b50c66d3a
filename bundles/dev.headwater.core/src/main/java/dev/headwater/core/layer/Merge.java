package dev.headwater.core.layer;

/** How the outputs of two directions become one. */
public enum Merge {
    /** Side by side, forward first, as in PyTorch. */
    CONCATENATE,
    /** Their sum. */
    SUM,
    /** Half their sum. */
    AVERAGE,
    /** Their product, value by value. */
    MULTIPLY
}
