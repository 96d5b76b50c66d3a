package dev.headwater.core.activation;

import dev.headwater.core.catalog.Named;

/** f(z) = f'(z) = e^z, for outputs that are rates or scales. Beyond z = 88.7 a float has no room: training stops there. */
@Named(value = "exponential", about = "f(z) = e^z: for positive outputs; explodes inside a network")
public record Exp() implements Activation {
    @Override
    public double value(double z) {
        return Math.exp(z);
    }

    @Override
    public double slope(double z) {
        return Math.exp(z);
    }

    @Override
    public double steepest() {
        return 1;
    }

    @Override
    public void value(float[] z, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = (float) Transcendental.exp(z[i]);
        }
    }

    @Override
    public void valueAndSlope(float[] z, float[] a, float[] d, int n) {
        value(z, a, n);
        System.arraycopy(a, 0, d, 0, n);
    }
}
