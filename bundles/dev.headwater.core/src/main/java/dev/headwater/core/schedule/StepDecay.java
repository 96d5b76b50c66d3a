package dev.headwater.core.schedule;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;

/** A learning rate that falls at once every few epochs, factor^⌊epoch / every⌋, as PyTorch's {@code StepLR}. */
@Named(value = "step", about = "falls every few epochs: times factor^floor(epoch / every)")
public record StepDecay(
        @Setting(about = "Epochs between two falls.", byDefault = "30", min = 1) int every,
        @Setting(about = "What the learning rate is multiplied with at each.", byDefault = "0.1", min = 0, max = 1, minExclusive = true) double factor)
        implements Schedule {
    @Override
    public Course begin(Horizon horizon) {
        return step -> ExponentialDecay.power(factor, horizon.epoch(step) / every);
    }
}
