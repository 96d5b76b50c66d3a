package dev.headwater.core.activation;

import dev.headwater.core.catalog.Named;

/**
 * The self-normalizing unit f(z) = λ z for z &gt; 0, else λ α (e^z − 1) (Klambauer 2017); f'(0) = λ α. With LeCun
 * normal weights the activations keep mean 0 and variance 1 through any depth.
 */
@Named(about = "f(z) = 1.0507 z for z > 0, else 1.7581 (e^z - 1); keeps mean 0 and variance 1 with LeCun weights")
public record Selu() implements Activation {
    private static final double LAMBDA = 1.0507009873554804934193349852946;
    private static final double LAMBDA_ALPHA = LAMBDA * 1.6732632423543772848170429916717;

    @Override
    public double value(double z) {
        return z > 0 ? LAMBDA * z : LAMBDA_ALPHA * Math.expm1(z);
    }

    @Override
    public double slope(double z) {
        return z > 0 ? LAMBDA : LAMBDA_ALPHA * Math.exp(z);
    }

    @Override
    public double steepest() {
        return LAMBDA_ALPHA;
    }

    @Override
    public double gain() {
        return 0.75;
    }

    @Override
    public void value(float[] z, float[] a, int n) {
        Exponential.minusOneOfNegative(z, a, n);
        for (int i = 0; i < n; i++) {
            float m = a[i];
            a[i] = (float) LAMBDA * Math.max(0f, z[i]) - (float) LAMBDA_ALPHA * (m / (m + 1f));
        }
    }

    @Override
    public void valueAndSlope(float[] z, float[] a, float[] d, int n) {
        Exponential.minusOneOfNegative(z, a, n);
        for (int i = 0; i < n; i++) {
            float m = a[i];
            float inverse = 1f / (m + 1f);
            float positive = Exponential.step(z[i]);
            a[i] = (float) LAMBDA * Math.max(0f, z[i]) - (float) LAMBDA_ALPHA * (m * inverse);
            d[i] = positive * (float) LAMBDA + (1f - positive) * ((float) LAMBDA_ALPHA * inverse);
        }
    }
}
