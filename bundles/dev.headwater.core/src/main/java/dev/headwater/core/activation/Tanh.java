package dev.headwater.core.activation;

import dev.headwater.core.catalog.Named;

/** The hyperbolic tangent, f'(z) = 1 − f(z)² = 4 e^2|z| / (1 + e^2|z|)². */
@Named(about = "f(z) = tanh(z); slope at most 1")
public record Tanh() implements Activation {
    @Override
    public double value(double z) {
        return Math.tanh(z);
    }

    @Override
    public double slope(double z) {
        double e = Math.exp(-2 * Math.abs(z));
        return 4 * e / ((1 + e) * (1 + e));
    }

    @Override
    public double steepest() {
        return 1;
    }

    @Override
    public double gain() {
        return 5.0 / 3;
    }

    @Override
    public void value(float[] z, float[] a, int n) {
        Exponential.minusOneOfAbs(z, 2f, a, n);
        for (int i = 0; i < n; i++) {
            float m = a[i];
            a[i] = m / (m + 2f) * Math.signum(z[i]);
        }
    }

    @Override
    public void valueAndSlope(float[] z, float[] a, float[] d, int n) {
        Exponential.minusOneOfAbs(z, 2f, a, n);
        for (int i = 0; i < n; i++) {
            float m = a[i];
            float half = 1f / (m + 2f);
            a[i] = m * half * Math.signum(z[i]);
            d[i] = 4f * ((m + 1f) * half) * half;
        }
    }
}
