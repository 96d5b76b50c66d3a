package dev.headwater.core.initializer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** One value everywhere. */
@Named(about = "one value everywhere")
public record Constant(
        @Setting(about = "The value.", min = -Float.MAX_VALUE, max = Float.MAX_VALUE) double value)
        implements Initializer {
    @Override
    public void draw(float[] into, ParameterSpec spec, RandomGenerator random) {
        Arrays.fill(into, (float) value);
    }
}
