package dev.headwater.core.layer;

import java.util.Arrays;

/** Attention's loops over one example. */
final class Heads {
    /** Its exponential is 0 in float. */
    private static final double BEYOND = -110;
    private static final int ROOT = 128;

    private Heads() {
    }

    /** (time, heads · size) plus a bias, times a scale, as (heads, time, size). */
    static void part(float[] from, float[] bias, float scale, float[] to, int steps, int heads, int size) {
        for (int h = 0; h < heads; h++) {
            for (int t = 0; t < steps; t++) {
                int source = (t * heads + h) * size;
                int target = (h * steps + t) * size;
                for (int j = 0; j < size; j++) {
                    to[target + j] = (from[source + j] + bias[h * size + j]) * scale;
                }
            }
        }
    }

    /** (heads, time, size) times a scale, as (time, heads · size). */
    static void join(float[] from, float scale, float[] to, int steps, int heads, int size) {
        for (int h = 0; h < heads; h++) {
            for (int t = 0; t < steps; t++) {
                int source = (h * steps + t) * size;
                int target = (t * heads + h) * size;
                for (int j = 0; j < size; j++) {
                    to[target + j] = from[source + j] * scale;
                }
            }
        }
    }

    /**
     * Scores become probabilities over the visible keys, in place; a hidden key's is 0.
     *
     * @param scratch as many values as there are keys
     */
    static void softmax(float[] s, int heads, int steps, int keys, boolean causal, int length, double[] scratch) {
        for (int row = 0; row < heads * steps; row++) {
            int visible = causal ? Math.min(length, row % steps + 1) : length;
            int from = row * keys;
            softmax(s, from, visible, scratch);
            Arrays.fill(s, from + visible, from + keys, 0f);
        }
    }

    private static void softmax(float[] s, int from, int n, double[] e) {
        float max = Float.NEGATIVE_INFINITY;
        for (int i = from; i < from + n; i++) {
            max = Math.max(max, s[i]);
        }
        below(s, from, n, max, e);
        polynomial(e, n);
        power(e, n);
        scale(e, n, 1 / Sums.of(e, 0, n), s, from);
    }

    // Short loops, one a method: longer ones, and several in one method, are not vectorized.

    /** How far each score is below the greatest, in {@value #ROOT}ths, as far as that changes a float. */
    private static void below(float[] s, int from, int n, double max, double[] x) {
        for (int i = 0; i < n; i++) {
            x[i] = Math.max(BEYOND, s[from + i] - max) * (1.0 / ROOT);
        }
    }

    /** e^x by its series: for −0.9 to 0 exact to 1e-9. */
    private static void polynomial(double[] x, int n) {
        for (int i = 0; i < n; i++) {
            double t = x[i];
            x[i] = 1 + t * (1 + t * (1. / 2 + t * (1. / 6 + t * (1. / 24 + t * (1. / 120 + t * (1. / 720
                    + t * (1. / 5040 + t * (1. / 40320 + t * (1. / 362880 + t * (1. / 3628800))))))))));
        }
    }

    /** x to the power of {@value #ROOT}. */
    private static void power(double[] x, int n) {
        for (int i = 0; i < n; i++) {
            double p = x[i] * x[i];
            p *= p;
            p *= p;
            p *= p;
            p *= p;
            p *= p;
            x[i] = p * p;
        }
    }

    private static void scale(double[] e, int n, double factor, float[] s, int from) {
        for (int i = 0; i < n; i++) {
            s[from + i] = (float) (e[i] * factor);
        }
    }

    /** ds = p ⊙ (dp − Σ dp p) for each row, in place of dp. */
    static void slopes(float[] p, float[] dp, int rows, int keys) {
        for (int from = 0; from < rows * keys; from += keys) {
            slopes(p, dp, from, keys, Sums.ofProducts(dp, p, from, keys));
        }
    }

    private static void slopes(float[] p, float[] dp, int from, int keys, double dot) {
        for (int i = from; i < from + keys; i++) {
            dp[i] = (float) (p[i] * (dp[i] - dot));
        }
    }
}
