package dev.headwater.core.activation;

import dev.headwater.core.catalog.Named;

/** The rectifier f(z) = max(0, z) of Nair and Hinton 2010; f'(0) = 0. */
@Named(about = "f(z) = max(0, z); a unit that is 0 for every example learns no more")
public record Relu() implements Activation {
    @Override
    public double value(double z) {
        return Math.max(0, z);
    }

    @Override
    public double slope(double z) {
        return z > 0 ? 1 : 0;
    }

    @Override
    public double steepest() {
        return 1;
    }

    @Override
    public double gain() {
        return Math.sqrt(2);
    }

    @Override
    public void value(float[] z, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = Math.max(0f, z[i]);
        }
    }

    @Override
    public void valueAndSlope(float[] z, float[] a, float[] d, int n) {
        value(z, a, n);
        for (int i = 0; i < n; i++) {
            d[i] = Exponential.step(z[i]);
        }
    }

    @Override
    public boolean isGate() {
        return true;
    }

    @Override
    public void back(float[] a, float[] dy, float[] dz, int n) {
        for (int i = 0; i < n; i++) {
            dz[i] = dy[i] * Math.signum(a[i]);
        }
    }
}
