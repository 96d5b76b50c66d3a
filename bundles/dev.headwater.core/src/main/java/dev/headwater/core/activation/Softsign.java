package dev.headwater.core.activation;

import dev.headwater.core.catalog.Named;

/**
 * f(z) = z / (1 + |z|) (Bergstra 2009): like tanh, but its slope 1 / (1 + |z|)² falls only with the square of the
 * distance, so saturated units keep learning (Glorot and Bengio 2010).
 */
@Named(about = "f(z) = z / (1 + |z|): a tanh that saturates slowly")
public record Softsign() implements Activation {
    @Override
    public double value(double z) {
        return z / (1 + Math.abs(z));
    }

    @Override
    public double slope(double z) {
        double inverse = 1 / (1 + Math.abs(z));
        return inverse * inverse;
    }

    @Override
    public double steepest() {
        return 1;
    }

    @Override
    public void value(float[] z, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            // held where z / (1 + |z|) has long rounded to ±1: infinity over infinity would be no number
            float held = Math.max(-1e30f, Math.min(1e30f, z[i]));
            a[i] = held / (1f + Math.abs(held));
        }
    }

    @Override
    public void valueAndSlope(float[] z, float[] a, float[] d, int n) {
        value(z, a, n);
        for (int i = 0; i < n; i++) {
            float inverse = 1f / (1f + Math.abs(z[i]));
            d[i] = inverse * inverse;
        }
    }
}
