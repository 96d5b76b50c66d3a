package dev.headwater.core.optimizer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import java.util.List;

/**
 * Stochastic gradient descent, with momentum as PyTorch has it: v ← μ v + g, w ← w − η v. Nesterov's momentum (as in
 * Sutskever et al. 2013) goes on by g + μ v instead of v. Weight decay λ is that of an L2 penalty: g is the gradient plus
 * λ w.
 */
@Named(about = "gradient descent, with momentum v = mu v + g, w = w - eta v; Nesterov's is w = w - eta (g + mu v)")
public record Sgd(
        @Setting(about = "Step size eta.", byDefault = "0.01", min = 0, minExclusive = true, max = Float.MAX_VALUE) double learningRate,
        @Setting(about = "Share mu of the last step that is kept; 0 for plain descent.", byDefault = "0", min = 0, max = 1, maxExclusive = true) double momentum,
        @Setting(about = "Whether the momentum is Nesterov's, which looks ahead; without momentum there is no difference.", byDefault = "false") boolean nesterov,
        @Setting(about = "Weight decay: this times the weight is added to the gradient.", byDefault = "0", min = 0, max = 1) double weightDecay)
        implements Optimizer {
    /** One without weight decay and looking ahead. */
    public Sgd(double learningRate, double momentum) {
        this(learningRate, momentum, false, 0);
    }

    @Override
    public List<String> slots() {
        return momentum == 0 ? List.of() : List.of("velocity");
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
                float added = decays ? (float) weightDecay : 0;
                if (slots.length == 0) {
                    plain(w, g, eta, added, n);
                } else if (nesterov) {
                    ahead(w, g, slots[0], eta, (float) momentum, added, n);
                } else {
                    withMomentum(w, g, slots[0], eta, (float) momentum, added, n);
                }
            }
        };
    }

    private static void plain(float[] w, float[] g, float eta, float added, int n) {
        for (int i = 0; i < n; i++) {
            w[i] -= eta * (g[i] + added * w[i]);
        }
    }

    private static void withMomentum(float[] w, float[] g, float[] v, float eta, float mu, float added, int n) {
        for (int i = 0; i < n; i++) {
            v[i] = Subnormal.flushed(mu * v[i] + (g[i] + added * w[i]));
            w[i] -= eta * v[i];
        }
    }

    private static void ahead(float[] w, float[] g, float[] v, float eta, float mu, float added, int n) {
        for (int i = 0; i < n; i++) {
            float x = g[i] + added * w[i];
            v[i] = Subnormal.flushed(mu * v[i] + x);
            w[i] -= eta * (x + mu * v[i]);
        }
    }
}
