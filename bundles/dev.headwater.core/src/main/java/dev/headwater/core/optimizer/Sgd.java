package dev.headwater.core.optimizer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import java.util.List;

/** Stochastic gradient descent, with momentum as PyTorch has it: v ← μ v + g, w ← w − η v. */
@Named(about = "gradient descent with momentum: v = mu v + g, w = w - eta v")
public record Sgd(
        @Setting(about = "Step size eta.", byDefault = "0.01", min = 0, minExclusive = true, max = Float.MAX_VALUE) double learningRate,
        @Setting(about = "Share mu of the last step that is kept; 0 for plain descent.", byDefault = "0", min = 0, max = 1, maxExclusive = true) double momentum)
        implements Optimizer {
    @Override
    public List<String> slots() {
        return momentum == 0 ? List.of() : List.of("velocity");
    }

    @Override
    public Updater bind() {
        float eta = (float) learningRate;
        float mu = (float) momentum;
        return new Updater() {
            @Override
            public void begin(long step) {
                // the same at every step
            }

            @Override
            public void update(float[] w, float[] g, float[][] slots, int n) {
                if (slots.length == 0) {
                    plain(w, g, eta, n);
                } else {
                    withMomentum(w, g, slots[0], eta, mu, n);
                }
            }
        };
    }

    private static void plain(float[] w, float[] g, float eta, int n) {
        for (int i = 0; i < n; i++) {
            w[i] -= eta * g[i];
        }
    }

    private static void withMomentum(float[] w, float[] g, float[] v, float eta, float mu, int n) {
        for (int i = 0; i < n; i++) {
            v[i] = mu * v[i] + g[i];
            w[i] -= eta * v[i];
        }
    }
}
