package dev.headwater.core.activation;

import dev.headwater.core.catalog.Named;

/** The rectifier cut off at 6, f(z) = min(6, max(0, z)) (Krizhevsky 2010); f'(0) = f'(6) = 0. */
@Named(about = "f(z) = min(6, max(0, z)); dead below 0 and above 6")
public record Relu6() implements Activation {
    @Override
    public double value(double z) {
        return Math.min(6, Math.max(0, z));
    }

    @Override
    public double slope(double z) {
        return z > 0 && z < 6 ? 1 : 0;
    }

    @Override
    public double steepest() {
        return 1;
    }

    @Override
    public void value(float[] z, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = Math.min(6f, Math.max(0f, z[i]));
        }
    }

    @Override
    public void valueAndSlope(float[] z, float[] a, float[] d, int n) {
        value(z, a, n);
        for (int i = 0; i < n; i++) {
            d[i] = Exponential.step(z[i]) * Exponential.step(6f - z[i]);
        }
    }
}
