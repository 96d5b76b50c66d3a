package dev.headwater.core.activation;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;

/**
 * The ELU whose slope has no jump for any α: f(z) = z for z &gt; 0, else α (e^(z/α) − 1) (Barron 2017); f'(0) = 1.
 */
@Named(about = "f(z) = z for z > 0, else alpha (e^(z/alpha) - 1): an ELU without a kink")
public record Celu(
        @Setting(about = "What it tends to for very negative z, negated.", byDefault = "1", min = 1e-3, max = 1e3) double alpha)
        implements Activation {
    @Override
    public double value(double z) {
        return z > 0 ? z : alpha * Math.expm1(z / alpha);
    }

    @Override
    public double slope(double z) {
        return z > 0 ? 1 : Math.exp(z / alpha);
    }

    @Override
    public double steepest() {
        return 1;
    }

    @Override
    public void value(float[] z, float[] a, int n) {
        float scale = (float) alpha;
        Exponential.minusOneOfNegative(z, (float) (1 / alpha), a, n);
        for (int i = 0; i < n; i++) {
            float m = a[i];
            a[i] = Math.max(0f, z[i]) - scale * (m / (m + 1f));
        }
    }

    @Override
    public void valueAndSlope(float[] z, float[] a, float[] d, int n) {
        float scale = (float) alpha;
        Exponential.minusOneOfNegative(z, (float) (1 / alpha), a, n);
        for (int i = 0; i < n; i++) {
            float m = a[i];
            float inverse = 1f / (m + 1f);
            float positive = Exponential.step(z[i]);
            a[i] = Math.max(0f, z[i]) - scale * (m * inverse);
            d[i] = positive + (1f - positive) * inverse;
        }
    }
}
