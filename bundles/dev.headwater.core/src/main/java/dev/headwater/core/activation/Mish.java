package dev.headwater.core.activation;

import dev.headwater.core.catalog.Named;

/**
 * f(z) = z tanh(log(1 + e^z)) (Misra 2019). With T = tanh(log(1 + e^z)): f' = T + z (1 − T²) σ(z). All of it comes from
 * one u = e^−|z|: for z &gt; 0 T = (1 + 2u) / (1 + 2u + 2u²), for z ≤ 0 T = (u² + 2u) / (u² + 2u + 2).
 */
@Named(about = "f(z) = z tanh(log(1 + e^z)): smooth, dips below 0")
public record Mish() implements Activation {
    /** f' at z = 1.4906. */
    private static final double STEEPEST = 1.08849816125172786122829362739;

    @Override
    public double value(double z) {
        return z < -1e3 ? 0 : z * Math.tanh(Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z))));
    }

    @Override
    public double slope(double z) {
        double e = Math.exp(-Math.abs(z));
        double plus = Math.max(0, z) + Math.log1p(e);
        double cosh = Math.cosh(plus);
        return Math.tanh(plus) + (Math.abs(z) > 300 ? 0 : z * (z > 0 ? 1 : e) / (1 + e) / (cosh * cosh));
    }

    @Override
    public double steepest() {
        return STEEPEST;
    }

    @Override
    public void value(float[] z, float[] a, int n) {
        Exponential.minusOneOfAbs(z, 1f, a, n);
        for (int i = 0; i < n; i++) {
            float u = 1f / (a[i] + 1f);
            float positive = Exponential.step(z[i]);
            float top = positive * (1f + 2f * u) + (1f - positive) * (u * (u + 2f));
            float bottom = top + 2f * (positive * (u * u) + (1f - positive));
            a[i] = (Math.max(0f, z[i]) + Exponential.below(z[i])) * (top / bottom);
        }
    }

    @Override
    public void valueAndSlope(float[] z, float[] a, float[] d, int n) {
        Exponential.minusOneOfAbs(z, 1f, a, n);
        for (int i = 0; i < n; i++) {
            float u = 1f / (a[i] + 1f);
            float t = z[i];
            float positive = Exponential.step(t);
            float rest = positive * (u * u) + (1f - positive);
            float top = positive * (1f + 2f * u) + (1f - positive) * (u * (u + 2f));
            float inverse = 1f / (top + 2f * rest);
            float tanh = top * inverse;
            float bend = 4f * (1f + u) * rest * (positive + (1f - positive) * u) * (inverse * inverse);
            a[i] = (Math.max(0f, t) + Exponential.below(t)) * tanh;
            d[i] = tanh + Exponential.held(t) * bend;
        }
    }
}
