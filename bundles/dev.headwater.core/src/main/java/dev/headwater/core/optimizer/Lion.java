package dev.headwater.core.optimizer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import java.util.List;

/**
 * Lion (Chen et al. 2023): w ← w − η (sign(β₁ m + (1 − β₁) g) + λ w), then m ← β₂ m + (1 − β₂) g. Every weight moves by
 * the same η, however small its gradient, so η is three to ten times smaller than Adam's.
 */
@Named(about = "Lion: w = w - eta (sign(b1 m + (1 - b1) g) + lambda w), m = b2 m + (1 - b2) g")
public record Lion(
        @Setting(about = "Step size eta.", byDefault = "0.0001", min = 0, minExclusive = true, max = Float.MAX_VALUE) double learningRate,
        @Setting(about = "Share b1 of the mean gradient in the direction.", byDefault = "0.9", min = 0, max = 1, maxExclusive = true) double beta1,
        @Setting(about = "Decay b2 of the mean gradient.", byDefault = "0.99", min = 0, max = 1, maxExclusive = true) double beta2,
        @Setting(about = "Weight decay lambda: the learning rate times this is the share of each weight that a step takes away.", byDefault = "0", min = 0, max = 1) double weightDecay)
        implements Optimizer {
    @Override
    public List<String> slots() {
        return List.of("mean");
    }

    @Override
    public Updater bind() {
        return new Updater() {
            private float eta;
            private float shrink;

            @Override
            public void begin(long step, double rate) {
                eta = (float) rate;
                shrink = (float) (rate * weightDecay);
            }

            @Override
            public void update(float[] w, float[] g, float[][] slots, int n, boolean decays) {
                if (decays) {
                    AdamSteps.shrink(w, shrink, n);
                }
                step(w, g, slots[0], eta, (float) beta1, (float) (1 - beta1), n);
                follow(g, slots[0], (float) beta2, (float) (1 - beta2), n);
            }
        };
    }

    private static void step(float[] w, float[] g, float[] m, float eta, float b, float c, int n) {
        for (int i = 0; i < n; i++) {
            w[i] -= eta * Math.signum(b * m[i] + c * g[i]);
        }
    }

    private static void follow(float[] g, float[] m, float b, float c, int n) {
        for (int i = 0; i < n; i++) {
            m[i] = b * m[i] + c * g[i];
        }
    }
}
