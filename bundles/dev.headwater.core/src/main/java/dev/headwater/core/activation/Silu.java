package dev.headwater.core.activation;

import dev.headwater.core.catalog.Named;

/** The sigmoid-weighted unit f(z) = z σ(z) (Elfwing 2017; "swish", Ramachandran 2017), f' = σ(z) (1 + z σ(−z)). */
@Named(aliases = "swish", about = "f(z) = z sigmoid(z): a smooth ReLU that dips below 0")
public record Silu() implements Activation {
    /** f' at z = 2.399. */
    private static final double STEEPEST = 1.09983932012886691695818492432;

    @Override
    public double value(double z) {
        return z < -1e3 ? 0 : z / (1 + Math.exp(-z));
    }

    @Override
    public double slope(double z) {
        double e = Math.exp(-Math.abs(z));
        double sigma = (z > 0 ? 1 : e) / (1 + e);
        return sigma + z * e / ((1 + e) * (1 + e));
    }

    @Override
    public double steepest() {
        return STEEPEST;
    }

    @Override
    public void value(float[] z, float[] a, int n) {
        Exponential.minusOneOfAbs(z, 1f, a, n);
        for (int i = 0; i < n; i++) {
            float m = a[i];
            float tail = 1f / (m + 2f);
            a[i] = Math.max(0f, z[i]) * ((m + 1f) * tail) + Exponential.below(z[i]) * tail;
        }
    }

    @Override
    public void valueAndSlope(float[] z, float[] a, float[] d, int n) {
        Exponential.minusOneOfAbs(z, 1f, a, n);
        for (int i = 0; i < n; i++) {
            float m = a[i];
            float tail = 1f / (m + 2f);
            float near = (m + 1f) * tail;
            float t = z[i];
            a[i] = Math.max(0f, t) * near + Exponential.below(t) * tail;
            d[i] = tail + Exponential.step(t) * (m * tail) + Exponential.held(t) * near * tail;
        }
    }
}
