package dev.headwater.core.optimizer;

import dev.headwater.core.catalog.Setting;

/**
 * Normally distributed noise added to the gradient after clipping, that fades (Neelakantan et al. 2015): its variance at
 * step t is η / (1 + t)^γ.
 *
 * @param eta the variance at step 0; 0 for no noise
 * @param gamma how fast it fades
 */
public record GradientNoise(
        @Setting(about = "Variance at the first step, 0.01 to 1 in the paper; 0: no noise.", byDefault = "0", min = 0, max = 1e6) double eta,
        @Setting(about = "How fast it fades: variance eta / (1 + t)^gamma at step t.", byDefault = "0.55", min = 0, max = 10) double gamma) {
    /** No noise. */
    public static final GradientNoise NONE = new GradientNoise(0, 0.55);

    /** The standard deviation at a step, counted from 0. */
    public double deviation(long step) {
        return eta == 0 ? 0 : Math.sqrt(eta * Power.of(1.0 + step, -gamma));
    }
}
