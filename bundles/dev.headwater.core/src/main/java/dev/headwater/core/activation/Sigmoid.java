package dev.headwater.core.activation;

import dev.headwater.core.catalog.Named;

/** The logistic function f(z) = 1 / (1 + e^−z), f'(z) = f(z) (1 − f(z)) ≤ 1/4: why deep chains of it vanish. */
@Named(about = "f(z) = 1 / (1 + e^-z); slope at most 1/4")
public record Sigmoid() implements Activation {
    @Override
    public double value(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    @Override
    public double slope(double z) {
        double e = Math.exp(-Math.abs(z));
        return e / ((1 + e) * (1 + e));
    }

    @Override
    public double steepest() {
        return 0.25;
    }

    @Override
    public double gain() {
        return 1;
    }

    @Override
    public void value(float[] z, float[] a, int n) {
        Exponential.minusOneOfAbs(z, 1f, a, n);
        for (int i = 0; i < n; i++) {
            float m = a[i];
            float tail = 1f / (m + 2f);
            a[i] = tail + (0.5f + 0.5f * Math.signum(z[i])) * (m * tail);
        }
    }

    @Override
    public void valueAndSlope(float[] z, float[] a, float[] d, int n) {
        Exponential.minusOneOfAbs(z, 1f, a, n);
        for (int i = 0; i < n; i++) {
            float m = a[i];
            float tail = 1f / (m + 2f);
            a[i] = tail + (0.5f + 0.5f * Math.signum(z[i])) * (m * tail);
            d[i] = ((m + 1f) * tail) * tail;
        }
    }
}
