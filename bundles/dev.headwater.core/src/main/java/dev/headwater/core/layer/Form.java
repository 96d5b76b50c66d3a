package dev.headwater.core.layer;

/** Which factor of a {@link Product} is transposed. */
public enum Form {
    /** {@code c = a b}. */
    AB,
    /** {@code c = a bᵀ}. */
    ABT,
    /** {@code c = aᵀ b}. */
    ATB
}
