package dev.headwater.core.activation;

import dev.headwater.core.catalog.Named;

/** The logistic function f(z) = 1 / (1 + e^−z), f'(z) = f(z) (1 − f(z)) ≤ 1/4: why deep chains of it vanish. */
@Named(about = "f(z) = 1 / (1 + e^-z); slope at most 1/4")
public record Sigmoid() implements Activation {
    @Override
    public double value(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    @Override
    public double slope(double z) {
        double e = Math.exp(-Math.abs(z));
        return e / ((1 + e) * (1 + e));
    }

    @Override
    public double steepest() {
        return 0.25;
    }

    @Override
    public double gain() {
        return 1;
    }

    @Override
    public void value(float[] z, float[] a, int n) {
        Exponential.minusOneOfAbs(z, 1f, a, n);
        for (int i = 0; i < n; i++) {
            float m = a[i];
            float tail = 1f / (m + 2f);
            a[i] = tail + (0.5f + 0.5f * Math.signum(z[i])) * (m * tail);
        }
    }

    @Override
    public void valueAndSlope(float[] z, float[] a, float[] d, int n) {
        Exponential.minusOneOfAbs(z, 1f, a, n);
        for (int i = 0; i < n; i++) {
            float m = a[i];
            float tail = 1f / (m + 2f);
            a[i] = tail + (0.5f + 0.5f * Math.signum(z[i])) * (m * tail);
            d[i] = ((m + 1f) * tail) * tail;
        }
    }

    /**
     * Makes of z the signed tail u of f: |u| is the smaller of f(z) and 1 - f(z), negative where that is the latter. It
     * tells f and f' both to a few units in the last place, however saturated f is.
     *
     * @param room so much memory to work in
     */
    public static void tail(float[] z, float[] room, int n) {
        Exponential.minusOneOfAbs(z, 1f, room, n);
        for (int i = 0; i < n; i++) {
            z[i] = -Math.signum(Math.signum(z[i]) + 0.5f) / (room[i] + 2f);
        }
    }

    /** f(z) of its signed tail. */
    public static float ofTail(float u) {
        return u + (0.5f - 0.5f * Math.signum(u));
    }

    /** f'(z) of the signed tail of f(z). */
    public static float slopeOfTail(float u) {
        float tail = Math.abs(u);
        return tail * (1f - tail);
    }
}
