package dev.headwater.core.optimizer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import java.util.List;

/** Adagrad (Duchi et al. 2011): s ← s + g², w ← w − η g / (√(s₀ + s) + ε); steps only ever become shorter. */
@Named(about = "Adagrad: s = s + g^2, w = w - eta g / (sqrt(s0 + s) + eps)")
public record Adagrad(
        @Setting(about = "Step size eta.", byDefault = "0.01", min = 0, minExclusive = true, max = Float.MAX_VALUE) double learningRate,
        @Setting(about = "What the sum of squares begins with, s0; Keras has 0.1.", byDefault = "0", min = 0, max = Float.MAX_VALUE) double initial,
        @Setting(about = "Added to the root.", byDefault = "1e-10", min = 1e-30, max = 1) double epsilon,
        @Setting(about = "Weight decay: this times the weight is added to the gradient.", byDefault = "0", min = 0, max = 1) double weightDecay)
        implements Optimizer {
    @Override
    public List<String> slots() {
        return List.of("sum");
    }

    @Override
    public Updater bind() {
        return new Updater() {
            private float eta;

            @Override
            public void begin(long step, double rate) {
                eta = (float) rate;
            }

            @Override
            public void update(float[] w, float[] g, float[][] slots, int n, boolean decays) {
                tile(w, g, slots[0], eta, (float) initial, (float) epsilon, decays ? (float) weightDecay : 0, n);
            }
        };
    }

    private static void tile(float[] w, float[] g, float[] s, float eta, float first, float epsilon, float added,
            int n) {
        for (int i = 0; i < n; i++) {
            float x = g[i] + added * w[i];
            s[i] += x * x;
            w[i] -= eta * x / ((float) Math.sqrt(first + s[i]) + epsilon);
        }
    }
}
