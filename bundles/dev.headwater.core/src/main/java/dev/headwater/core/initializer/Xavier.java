package dev.headwater.core.initializer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import java.util.random.RandomGenerator;

/** Glorot and Bengio 2010: sd = gain · √(2 / (n_in + n_out)), which keeps both passes level on tanh. */
@Named(aliases = "glorot", about = "sd = gain * sqrt(2 / (n_in + n_out)): for tanh and sigmoid")
public record Xavier(
        @Setting(about = "Uniform or normal.", byDefault = "uniform") Distribution distribution,
        @Setting(about = "Factor on the standard deviation.", byDefault = "1", min = 0, minExclusive = true) double gain,
        @Setting(about = "Whether the layer's activation adds its own gain, such as 1.41 for ReLU.", byDefault = "false") boolean activationGain)
        implements Initializer {
    /** One that leaves the layer's activation out. */
    public Xavier(Distribution distribution, double gain) {
        this(distribution, gain, false);
    }

    @Override
    public void draw(float[] into, ParameterSpec spec, RandomGenerator random) {
        distribution.draw(into, (activationGain ? spec.gain() : 1) * gain * Math.sqrt(2.0 / (spec.fanIn() + spec
                .fanOut())), random);
    }
}
