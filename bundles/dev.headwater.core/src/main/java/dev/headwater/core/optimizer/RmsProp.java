package dev.headwater.core.optimizer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import java.util.ArrayList;
import java.util.List;

/**
 * RMSProp (Tieleman and Hinton 2012) as PyTorch has it: s ← α s + (1 − α) g², w ← w − η g / (√s + ε). Centered (Graves
 * 2013), the mean gradient's square is taken off s under the root. With momentum: v ← μ v + g / (√s + ε), w ← w − η v.
 */
@Named(value = "rmsprop", aliases = "rms-prop", about = "RMSProp: s = a s + (1 - a) g^2, w = w - eta g / (sqrt(s) + eps)")
public record RmsProp(
        @Setting(about = "Step size eta.", byDefault = "0.01", min = 0, minExclusive = true, max = Float.MAX_VALUE) double learningRate,
        @Setting(about = "Decay a of the mean squared gradient; Keras has 0.9.", byDefault = "0.99", min = 0, max = 1, maxExclusive = true) double alpha,
        @Setting(about = "Added to the root.", byDefault = "1e-8", min = 1e-30, max = 1) double epsilon,
        @Setting(about = "Share of the last step that is kept; 0 for none.", byDefault = "0", min = 0, max = 1, maxExclusive = true) double momentum,
        @Setting(about = "Whether to divide by the standard deviation of the gradient instead of its root mean square.", byDefault = "false") boolean centered,
        @Setting(about = "Weight decay: this times the weight is added to the gradient.", byDefault = "0", min = 0, max = 1) double weightDecay)
        implements Optimizer {
    @Override
    public List<String> slots() {
        List<String> names = new ArrayList<>(List.of("square"));
        if (centered) {
            names.add("mean");
        }
        if (momentum > 0) {
            names.add("velocity");
        }
        return List.copyOf(names);
    }

    @Override
    public Updater bind() {
        return new Updater() {
            private final float[] none = new float[0];
            private float eta;

            @Override
            public void begin(long step, double rate) {
                eta = (float) rate;
            }

            @Override
            public void update(float[] w, float[] g, float[][] slots, int n, boolean decays) {
                float[] mean = centered ? slots[1] : none;
                float[] velocity = momentum > 0 ? slots[slots.length - 1] : none;
                tile(w, g, slots[0], mean, velocity, decays ? (float) weightDecay : 0, n);
            }

            private void tile(float[] w, float[] g, float[] s, float[] mean, float[] v, float added, int n) {
                float a = (float) alpha;
                float b = (float) (1 - alpha);
                float mu = (float) momentum;
                float eps = (float) epsilon;
                for (int i = 0; i < n; i++) {
                    float x = g[i] + added * w[i];
                    s[i] = a * s[i] + b * (x * x);
                    float variance = s[i];
                    if (centered) {
                        mean[i] = a * mean[i] + b * x;
                        variance = Math.max(0, variance - mean[i] * mean[i]); // rounding may take it below
                    }
                    float step = x / ((float) Math.sqrt(variance) + eps);
                    if (mu > 0) {
                        v[i] = mu * v[i] + step;
                        step = v[i];
                    }
                    w[i] -= eta * step;
                }
            }
        };
    }
}
