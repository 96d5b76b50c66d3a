package dev.headwater.core.optimizer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import java.util.List;

/**
 * Adam with Nesterov's momentum (Dozat 2016) and PyTorch's course of it: μₜ = β₁ (1 − ½ · 0.96^(t ψ)), m̂ = μₜ₊₁ m / (1 −
 * μ₁⋯μₜ₊₁) + (1 − μₜ) g / (1 − μ₁⋯μₜ), w ← w − η m̂ / (√v̂ + ε). Weight decay is that of an L2 penalty.
 */
@Named(about = "Adam with Nesterov's momentum: w = w - eta m^ / (sqrt(v^) + eps), where m^ looks one step ahead")
public record Nadam(
        @Setting(about = "Step size eta.", byDefault = "0.002", min = 0, minExclusive = true, max = Float.MAX_VALUE) double learningRate,
        @Setting(about = "Decay b1 of the mean gradient.", byDefault = "0.9", min = 0, max = 1, maxExclusive = true) double beta1,
        @Setting(about = "Decay b2 of the mean squared gradient.", byDefault = "0.999", min = 0, max = 1, maxExclusive = true) double beta2,
        @Setting(about = "Added to the root.", byDefault = "1e-8", min = 1e-30, max = 1) double epsilon,
        @Setting(about = "How fast the momentum grows from half of b1 to b1; 0: not at all.", byDefault = "0.004", min = 0, max = 1) double momentumDecay,
        @Setting(about = "Weight decay: this times the weight is added to the gradient.", byDefault = "0", min = 0, max = 1) double weightDecay)
        implements Optimizer {
    private static final double BASE = 0.96;

    @Override
    public List<String> slots() {
        return List.of("mean", "square");
    }

    @Override
    public Updater bind() {
        return new Arithmetic(this);
    }

    private double mu(long t) {
        return beta1 * (1 - 0.5 * Power.of(BASE, t * momentumDecay));
    }

    private static final class Arithmetic implements Updater {
        private final Nadam nadam;
        /** μ₁⋯μₜ, and the t that it is of: nothing that a checkpoint would have to hold. */
        private double product = 1;
        private long factors;
        private float meanRate;
        private float gradientRate;
        private float rootScale;

        Arithmetic(Nadam nadam) {
            this.nadam = nadam;
        }

        @Override
        public void begin(long step, double learningRate) {
            long t = step + 1;
            if (factors > t) {
                product = 1;
                factors = 0;
            }
            while (factors < t) {
                product *= nadam.mu(++factors);
            }
            double next = nadam.mu(t + 1);
            meanRate = (float) (learningRate * next / (1 - product * next));
            gradientRate = (float) (learningRate * (1 - nadam.mu(t)) / (1 - product));
            rootScale = (float) (1 / Math.sqrt(1 - Power.of(nadam.beta2, t)));
        }

        @Override
        public void update(float[] w, float[] g, float[][] slots, int n, boolean decays) {
            tile(w, g, slots[0], slots[1], decays ? (float) nadam.weightDecay : 0, n);
        }

        private void tile(float[] w, float[] g, float[] m, float[] v, float added, int n) {
            float b1 = (float) nadam.beta1;
            float c1 = (float) (1 - nadam.beta1);
            float b2 = (float) nadam.beta2;
            float c2 = (float) (1 - nadam.beta2);
            float epsilon = (float) nadam.epsilon;
            for (int i = 0; i < n; i++) {
                float x = g[i] + added * w[i];
                m[i] = b1 * m[i] + c1 * x;
                v[i] = b2 * v[i] + c2 * (x * x);
                w[i] -= (meanRate * m[i] + gradientRate * x) / ((float) Math.sqrt(v[i]) * rootScale + epsilon);
            }
        }
    }
}
