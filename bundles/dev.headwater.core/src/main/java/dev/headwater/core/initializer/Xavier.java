package dev.headwater.core.initializer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import java.util.random.RandomGenerator;

/** Glorot and Bengio 2010: sd = gain · √(2 / (n_in + n_out)), which keeps both passes level on tanh. */
@Named(aliases = "glorot", about = "sd = gain * sqrt(2 / (n_in + n_out)): for tanh and sigmoid")
public record Xavier(
        @Setting(about = "Uniform or normal.", byDefault = "uniform") Distribution distribution,
        @Setting(about = "Factor on the standard deviation.", byDefault = "1", min = 0, minExclusive = true) double gain)
        implements Initializer {
    @Override
    public void draw(float[] into, ParameterSpec spec, RandomGenerator random) {
        distribution.draw(into, gain * Math.sqrt(2.0 / (spec.fanIn() + spec.fanOut())), random);
    }
}
