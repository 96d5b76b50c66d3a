package dev.headwater.core.initializer;

import dev.headwater.core.catalog.Named;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** All ones: for scales, and for the bias of a forget gate. */
@Named(about = "all 1: for scales and forget gates")
public record Ones() implements Initializer {
    @Override
    public void draw(float[] into, ParameterSpec spec, RandomGenerator random) {
        Arrays.fill(into, 1f);
    }
}
