package dev.headwater.core.initializer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import java.util.random.RandomGenerator;

/** He et al. 2015: sd = √(2 / ((1 + slope²) n_in)), which makes up for the half that a rectifier cuts away. */
@Named(aliases = "kaiming", about = "sd = sqrt(2 / ((1 + slope^2) n_in)): for the ReLU family")
public record He(
        @Setting(about = "Uniform or normal.", byDefault = "uniform") Distribution distribution,
        @Setting(about = "Slope of the leaky rectifier that follows, 0 for ReLU.", byDefault = "0", min = 0) double slope,
        @Setting(about = "Whether the gain is that of the layer's activation instead of the slope's.", byDefault = "false") boolean activationGain)
        implements Initializer {
    /** One for the rectifier of this slope. */
    public He(Distribution distribution, double slope) {
        this(distribution, slope, false);
    }

    @Override
    public void draw(float[] into, ParameterSpec spec, RandomGenerator random) {
        double gain = activationGain ? spec.gain() : Math.sqrt(2 / (1 + slope * slope));
        distribution.draw(into, gain / Math.sqrt(spec.fanIn()), random);
    }
}
