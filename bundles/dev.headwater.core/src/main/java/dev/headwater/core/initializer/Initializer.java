package dev.headwater.core.initializer;

import java.util.random.RandomGenerator;

/** Draws the first values of one parameter. Implementations are public records listed in {@link Initializers}. */
public interface Initializer {
    /** Fills {@code into}, row-major, of the spec's size. */
    void draw(float[] into, ParameterSpec spec, RandomGenerator random);
}
