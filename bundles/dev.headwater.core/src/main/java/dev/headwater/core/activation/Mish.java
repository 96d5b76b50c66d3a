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
        for (int i = 0; i < n; i++) {
            double u = Transcendental.exp(-Math.abs((double) z[i]));
            double positive = Transcendental.step(z[i]);
            double top = positive * (1 + 2 * u) + (1 - positive) * (u * u + 2 * u);
            double bottom = top + 2 * (positive * u * u + (1 - positive));
            a[i] = (float) ((Math.max(0f, z[i]) + Transcendental.held(Math.min(0f, z[i]))) * (top / bottom));
        }
    }

    @Override
    public void valueAndSlope(float[] z, float[] a, float[] d, int n) {
        for (int i = 0; i < n; i++) {
            double u = Transcendental.exp(-Math.abs((double) z[i]));
            double positive = Transcendental.step(z[i]);
            double rest = positive * u * u + (1 - positive);
            double top = positive * (1 + 2 * u) + (1 - positive) * (u * u + 2 * u);
            double bottom = top + 2 * rest;
            double tanh = top / bottom;
            double bend = 4 * (1 + u) * rest * (positive + (1 - positive) * u) / (bottom * bottom);
            a[i] = (float) ((Math.max(0f, z[i]) + Transcendental.held(Math.min(0f, z[i]))) * tanh);
            d[i] = (float) (tanh + Transcendental.held(z[i]) * bend);
        }
    }
}
