package dev.headwater.core.optimizer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import java.util.List;

/**
 * Adam (Kingma and Ba 2015): m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², w ← w − η m̂ / (√v̂ + ε) with m̂ = m / (1 −
 * β₁ᵗ), v̂ = v / (1 − β₂ᵗ).
 */
@Named(about = "Adam: m = b1 m + (1 - b1) g, v = b2 v + (1 - b2) g^2, w = w - eta m^ / (sqrt(v^) + eps)")
public record Adam(
        @Setting(about = "Step size eta.", byDefault = "0.001", min = 0, minExclusive = true, max = Float.MAX_VALUE) double learningRate,
        @Setting(about = "Decay b1 of the mean gradient.", byDefault = "0.9", min = 0, max = 1, maxExclusive = true) double beta1,
        @Setting(about = "Decay b2 of the mean squared gradient.", byDefault = "0.999", min = 0, max = 1, maxExclusive = true) double beta2,
        @Setting(about = "Added to the root; Keras has 1e-7.", byDefault = "1e-8", min = 0, max = 1) double epsilon)
        implements Optimizer {
    @Override
    public List<String> slots() {
        return List.of("mean", "square");
    }

    @Override
    public Updater bind() {
        return new Arithmetic(this);
    }

    private static final class Arithmetic implements Updater {
        private final Adam adam;
        private float rate;
        private float rootScale;

        Arithmetic(Adam adam) {
            this.adam = adam;
        }

        @Override
        public void begin(long step) {
            rate = (float) (adam.learningRate / (1 - power(adam.beta1, step + 1)));
            rootScale = (float) (1 / Math.sqrt(1 - power(adam.beta2, step + 1)));
        }

        /** By squaring: {@code StrictMath.pow} allocates, {@code Math.pow} may differ from one machine to another. */
        private static double power(double base, long exponent) {
            double result = 1;
            double square = base;
            for (long left = exponent; left > 0; left >>= 1) {
                result *= (left & 1) == 1 ? square : 1;
                square *= square;
            }
            return result;
        }

        @Override
        public void update(float[] w, float[] g, float[][] slots, int n) {
            float b1 = (float) adam.beta1;
            float b2 = (float) adam.beta2;
            moments(g, slots[0], slots[1], b1, (float) (1 - adam.beta1), b2, (float) (1 - adam.beta2), n);
            step(w, slots[0], slots[1], rate, rootScale, (float) adam.epsilon, n);
        }

        private static void moments(float[] g, float[] m, float[] v, float b1, float c1, float b2, float c2, int n) {
            for (int i = 0; i < n; i++) {
                float x = g[i];
                m[i] = b1 * m[i] + c1 * x;
                v[i] = b2 * v[i] + c2 * (x * x);
            }
        }

        private static void step(float[] w, float[] m, float[] v, float rate, float rootScale, float epsilon, int n) {
            for (int i = 0; i < n; i++) {
                w[i] -= rate * m[i] / ((float) Math.sqrt(v[i]) * rootScale + epsilon);
            }
        }
    }
}
