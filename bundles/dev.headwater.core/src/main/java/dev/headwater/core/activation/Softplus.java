package dev.headwater.core.activation;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;

/** The smooth rectifier f(z) = log(1 + e^(β z)) / β (Dugas 2001), f'(z) = σ(β z). */
@Named(about = "f(z) = log(1 + e^(beta z)) / beta: a smooth ReLU")
public record Softplus(
        @Setting(about = "How sharp the bend is.", byDefault = "1", min = 1e-3, max = 1e3) double beta)
        implements Activation {
    @Override
    public double value(double z) {
        double t = beta * z;
        return (Math.max(0, t) + Math.log1p(Math.exp(-Math.abs(t)))) / beta;
    }

    @Override
    public double slope(double z) {
        double t = beta * z;
        double e = Math.exp(-Math.abs(t));
        return (t > 0 ? 1 : e) / (1 + e);
    }

    @Override
    public double steepest() {
        return 1;
    }

    @Override
    public void value(float[] z, float[] a, int n) {
        Exponential.minusOneOfAbs(z, (float) beta, a, n);
        for (int i = 0; i < n; i++) {
            a[i] = Math.max(0f, z[i]) + bend(a[i]);
        }
    }

    @Override
    public void valueAndSlope(float[] z, float[] a, float[] d, int n) {
        Exponential.minusOneOfAbs(z, (float) beta, a, n);
        for (int i = 0; i < n; i++) {
            float m = a[i];
            float tail = 1f / (m + 2f);
            float positive = Exponential.step(z[i]);
            a[i] = Math.max(0f, z[i]) + bend(m);
            d[i] = tail + positive * (m * tail);
        }
    }

    /** log(1 + e^−|t|) / β given e^|t| − 1: 2 artanh s with s = 1 / (2m + 3) ≤ 1/3. */
    private float bend(float m) {
        float s = 1f / (2f * m + 3f);
        float q = s * s;
        return (float) (2 / beta) * s * (1f + q * (1f / 3 + q * (1f / 5 + q * (1f / 7 + q * (1f / 9 + q * (1f / 11
                + q * (1f / 13 + q * (1f / 15))))))));
    }
}
