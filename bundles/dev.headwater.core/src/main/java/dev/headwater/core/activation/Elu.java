package dev.headwater.core.activation;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;

/** The exponential linear unit f(z) = z for z &gt; 0, else α (e^z − 1) (Clevert 2016); f'(0) = α. */
@Named(about = "f(z) = z for z > 0, else alpha (e^z - 1): pulls the mean activation to 0")
public record Elu(
        @Setting(about = "What it tends to for very negative z, negated.", byDefault = "1", min = 0, max = 1e3) double alpha)
        implements Activation {
    @Override
    public double value(double z) {
        return z > 0 ? z : alpha * Math.expm1(z);
    }

    @Override
    public double slope(double z) {
        return z > 0 ? 1 : alpha * Math.exp(z);
    }

    @Override
    public double steepest() {
        return Math.max(1, alpha);
    }

    @Override
    public void value(float[] z, float[] a, int n) {
        float scale = (float) alpha;
        Exponential.minusOneOfNegative(z, a, n);
        for (int i = 0; i < n; i++) {
            float m = a[i];
            a[i] = Math.max(0f, z[i]) - scale * (m / (m + 1f));
        }
    }

    @Override
    public void valueAndSlope(float[] z, float[] a, float[] d, int n) {
        float scale = (float) alpha;
        Exponential.minusOneOfNegative(z, a, n);
        for (int i = 0; i < n; i++) {
            float m = a[i];
            float inverse = 1f / (m + 1f);
            float positive = Exponential.step(z[i]);
            a[i] = Math.max(0f, z[i]) - scale * (m * inverse);
            d[i] = positive + (1f - positive) * (scale * inverse);
        }
    }
}
