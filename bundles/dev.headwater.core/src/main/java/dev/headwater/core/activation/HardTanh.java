package dev.headwater.core.activation;

import dev.headwater.core.catalog.Named;

/** The hyperbolic tangent of straight pieces, f(z) = max(−1, min(1, z)); f'(±1) = 0. */
@Named(about = "f(z) = max(-1, min(1, z)); dead outside -1 to 1")
public record HardTanh() implements Activation {
    @Override
    public double value(double z) {
        return Math.max(-1, Math.min(1, z));
    }

    @Override
    public double slope(double z) {
        return Math.abs(z) < 1 ? 1 : 0;
    }

    @Override
    public double steepest() {
        return 1;
    }

    @Override
    public void value(float[] z, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = Math.max(-1f, Math.min(1f, z[i]));
        }
    }

    @Override
    public void valueAndSlope(float[] z, float[] a, float[] d, int n) {
        value(z, a, n);
        for (int i = 0; i < n; i++) {
            d[i] = Exponential.step(1f - Math.abs(z[i]));
        }
    }
}
