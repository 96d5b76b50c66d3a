package dev.headwater.core.activation;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;

/** A rectifier that leaks: f(z) = z for z &gt; 0, else slope · z (Maas 2013); f'(0) = slope. */
@Named(about = "f(z) = z for z > 0, else slope * z; never dead")
public record LeakyRelu(
        @Setting(about = "Slope for negative z.", byDefault = "0.01", min = 0, max = 1) double slope)
        implements Activation {
    @Override
    public double value(double z) {
        return z > 0 ? z : slope * z;
    }

    @Override
    public double slope(double z) {
        return z > 0 ? 1 : slope;
    }

    @Override
    public double steepest() {
        return 1;
    }

    @Override
    public double gain() {
        return Math.sqrt(2 / (1 + slope * slope));
    }

    @Override
    public void value(float[] z, float[] a, int n) {
        float leak = (float) slope;
        for (int i = 0; i < n; i++) {
            a[i] = Math.max(0f, z[i]) + leak * Math.min(0f, z[i]);
        }
    }

    @Override
    public void valueAndSlope(float[] z, float[] a, float[] d, int n) {
        value(z, a, n);
        float leak = (float) slope;
        for (int i = 0; i < n; i++) {
            float positive = Exponential.step(z[i]);
            d[i] = positive + (1f - positive) * leak;
        }
    }
}
