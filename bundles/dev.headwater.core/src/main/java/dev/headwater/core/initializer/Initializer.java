package dev.headwater.core.initializer;

import java.util.random.RandomGenerator;

/** Draws the first values of one parameter. Implementations are public records listed in {@link Initializers}. */
public interface Initializer {
    /**
     * Says whether it can draw this parameter, while the network is still a design.
     *
     * @throws IllegalArgumentException if it cannot, with a sentence that says why
     */
    default void check(@SuppressWarnings("unused") ParameterSpec spec) {
        // most draw any
    }

    /** Fills {@code into}, row-major, of the spec's size. */
    void draw(float[] into, ParameterSpec spec, RandomGenerator random);
}
