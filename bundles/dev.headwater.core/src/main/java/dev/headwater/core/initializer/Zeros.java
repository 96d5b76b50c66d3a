package dev.headwater.core.initializer;

import dev.headwater.core.catalog.Named;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** All zeros: for biases; on weights every unit of a layer would stay the same for ever. */
@Named(about = "all 0: for biases")
public record Zeros() implements Initializer {
    @Override
    public void draw(float[] into, ParameterSpec spec, RandomGenerator random) {
        Arrays.fill(into, 0f);
    }
}
