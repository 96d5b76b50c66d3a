package dev.headwater.core.activation;

import dev.headwater.core.catalog.Named;
import java.util.Arrays;

/** The identity, f(z) = z. */
@Named(about = "f(z) = z")
public record Linear() implements Activation {
    @Override
    public double value(double z) {
        return z;
    }

    @Override
    public double slope(double z) {
        return 1;
    }

    @Override
    public double steepest() {
        return 1;
    }

    @Override
    public double gain() {
        return 1;
    }

    @Override
    public void value(float[] z, float[] a, int n) {
        System.arraycopy(z, 0, a, 0, n);
    }

    @Override
    public void valueAndSlope(float[] z, float[] a, float[] d, int n) {
        value(z, a, n);
        Arrays.fill(d, 0, n, 1f);
    }
}
