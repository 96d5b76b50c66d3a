package dev.headwater.core.optimizer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import java.util.List;

/**
 * Adam (Kingma and Ba 2015): m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², w ← w − η m̂ / (√v̂ + ε) with m̂ = m / (1 −
 * β₁ᵗ), v̂ = v / (1 − β₂ᵗ). Weight decay λ is that of an L2 penalty: g is the gradient plus λ w.
 */
@Named(about = "Adam: m = b1 m + (1 - b1) g, v = b2 v + (1 - b2) g^2, w = w - eta m^ / (sqrt(v^) + eps)")
public record Adam(
        @Setting(about = "Step size eta.", byDefault = "0.001", min = 0, minExclusive = true, max = Float.MAX_VALUE) double learningRate,
        @Setting(about = "Decay b1 of the mean gradient.", byDefault = "0.9", min = 0, max = 1, maxExclusive = true) double beta1,
        @Setting(about = "Decay b2 of the mean squared gradient.", byDefault = "0.999", min = 0, max = 1, maxExclusive = true) double beta2,
        @Setting(about = "Added to the root; Keras has 1e-7.", byDefault = "1e-8", min = 0, max = 1) double epsilon,
        @Setting(about = "Weight decay: this times the weight is added to the gradient.", byDefault = "0", min = 0, max = 1) double weightDecay)
        implements Optimizer {
    /** One without weight decay. */
    public Adam(double learningRate, double beta1, double beta2, double epsilon) {
        this(learningRate, beta1, beta2, epsilon, 0);
    }

    @Override
    public List<String> slots() {
        return List.of("mean", "square");
    }

    @Override
    public Updater bind() {
        return new AdamSteps(beta1, beta2, epsilon, weightDecay, false);
    }
}
