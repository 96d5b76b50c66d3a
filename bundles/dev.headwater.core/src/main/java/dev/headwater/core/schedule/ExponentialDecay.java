package dev.headwater.core.schedule;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;

/** A learning rate that falls after every epoch, factor^epoch, as PyTorch's {@code ExponentialLR}. */
@Named(value = "exponential", about = "falls after every epoch: times factor^epoch")
public record ExponentialDecay(
        @Setting(about = "What the learning rate is multiplied with after each epoch.", byDefault = "0.95", min = 0, max = 1, minExclusive = true) double factor)
        implements Schedule {
    @Override
    public Course begin(Horizon horizon) {
        return step -> power(factor, horizon.epoch(step));
    }

    /** By squaring, which gives the same bits on every machine. */
    static double power(double base, long exponent) {
        double result = 1;
        double square = base;
        for (long left = exponent; left > 0; left >>= 1) {
            result *= (left & 1) == 1 ? square : 1;
            square *= square;
        }
        return result;
    }
}
