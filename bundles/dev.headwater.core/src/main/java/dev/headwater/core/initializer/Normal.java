package dev.headwater.core.initializer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import java.util.random.RandomGenerator;

/** Gaussian of a given mean and standard deviation. */
@Named(about = "Gaussian of a given mean and standard deviation, whatever the layer's size")
public record Normal(
        @Setting(about = "The mean.", byDefault = "0", min = -1e30, max = 1e30) double mean,
        @Setting(about = "The standard deviation.", byDefault = "1", min = 0, max = 1e30) double deviation)
        implements Initializer {
    @Override
    public void draw(float[] into, ParameterSpec spec, RandomGenerator random) {
        Distribution.NORMAL.draw(into, deviation, random);
        for (int i = 0; i < into.length; i++) {
            into[i] += (float) mean;
        }
    }
}
