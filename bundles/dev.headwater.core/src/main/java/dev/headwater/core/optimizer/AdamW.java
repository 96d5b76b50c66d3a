package dev.headwater.core.optimizer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import java.util.List;

/**
 * Adam whose weight decay λ stands apart from the gradient (Loshchilov and Hutter 2019): w ← w − η λ w, then the step of
 * {@link Adam}. So the decay is not divided by the root of the mean square.
 */
@Named(value = "adamw", aliases = "adam-w", about = "Adam with decoupled weight decay: w = w - eta lambda w - eta m^ / (sqrt(v^) + eps)")
public record AdamW(
        @Setting(about = "Step size eta.", byDefault = "0.001", min = 0, minExclusive = true, max = Float.MAX_VALUE) double learningRate,
        @Setting(about = "Decay b1 of the mean gradient.", byDefault = "0.9", min = 0, max = 1, maxExclusive = true) double beta1,
        @Setting(about = "Decay b2 of the mean squared gradient.", byDefault = "0.999", min = 0, max = 1, maxExclusive = true) double beta2,
        @Setting(about = "Added to the root.", byDefault = "1e-8", min = 1e-30, max = 1) double epsilon,
        @Setting(about = "Weight decay lambda: the learning rate times this is the share of each weight that a step takes away.", byDefault = "0.01", min = 0, max = 1) double weightDecay)
        implements Optimizer {
    @Override
    public List<String> slots() {
        return List.of("mean", "square");
    }

    @Override
    public Updater bind() {
        return new AdamSteps(beta1, beta2, epsilon, weightDecay, true);
    }
}
