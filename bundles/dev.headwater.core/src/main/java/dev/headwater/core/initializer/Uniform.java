package dev.headwater.core.initializer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import java.util.random.RandomGenerator;

/** Uniform in [low, high). */
@Named(about = "uniform in [low, high), whatever the layer's size")
public record Uniform(
        @Setting(about = "The smallest value.", byDefault = "0", min = -1e30, max = 1e30) double low,
        @Setting(about = "The value that all stay below.", byDefault = "1", min = -1e30, max = 1e30) double high)
        implements Initializer {
    /**
     * A range that is not empty.
     *
     * @throws IllegalArgumentException if it is
     */
    public Uniform {
        if (!(low < high)) {
            throw new IllegalArgumentException("uniform needs 'low' below 'high', was low " + low + " and high "
                    + high);
        }
    }

    @Override
    public void draw(float[] into, ParameterSpec spec, RandomGenerator random) {
        for (int i = 0; i < into.length; i++) {
            into[i] = (float) (low + (high - low) * random.nextDouble());
        }
    }
}
