package dev.headwater.core.activation;

import dev.headwater.core.catalog.Named;

/** The sigmoid of straight pieces in PyTorch's form, f(z) = max(0, min(1, z/6 + 1/2)); f'(±3) = 0. */
@Named(about = "f(z) = max(0, min(1, z/6 + 1/2)); dead outside -3 to 3")
public record HardSigmoid() implements Activation {
    @Override
    public double value(double z) {
        return Math.max(0, Math.min(6, z + 3)) / 6;
    }

    @Override
    public double slope(double z) {
        return Math.abs(z) < 3 ? 1.0 / 6 : 0;
    }

    @Override
    public double steepest() {
        return 1.0 / 6;
    }

    @Override
    public void value(float[] z, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = Math.max(0f, Math.min(6f, z[i] + 3f)) / 6f;
        }
    }

    @Override
    public void valueAndSlope(float[] z, float[] a, float[] d, int n) {
        value(z, a, n);
        for (int i = 0; i < n; i++) {
            d[i] = Exponential.step(3f - Math.abs(z[i])) / 6f;
        }
    }
}
