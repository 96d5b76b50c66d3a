package dev.headwater.core.initializer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import java.util.random.RandomGenerator;

/** LeCun et al. 1998: sd = gain · √(1 / n_in), the start that SELU expects. */
@Named(value = "lecun", about = "sd = gain * sqrt(1 / n_in): for SELU")
public record LeCun(
        @Setting(about = "Uniform or normal.", byDefault = "uniform") Distribution distribution,
        @Setting(about = "Factor on the standard deviation.", byDefault = "1", min = 0, minExclusive = true) double gain,
        @Setting(about = "Whether the layer's activation adds its own gain, such as 1.41 for ReLU.", byDefault = "false") boolean activationGain)
        implements Initializer {
    /** One that leaves the layer's activation out. */
    public LeCun(Distribution distribution, double gain) {
        this(distribution, gain, false);
    }

    @Override
    public void draw(float[] into, ParameterSpec spec, RandomGenerator random) {
        distribution.draw(into, (activationGain ? spec.gain() : 1) * gain * Math.sqrt(1.0 / spec.fanIn()), random);
    }
}
