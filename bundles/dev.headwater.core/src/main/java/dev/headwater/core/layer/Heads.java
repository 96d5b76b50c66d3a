package dev.headwater.core.layer;

import java.util.Arrays;

/** Attention's loops over one example. */
final class Heads {
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

    /** Scores become probabilities over the visible keys, in place; a hidden key's is 0. */
    static void softmax(float[] s, int heads, int steps, int keys, boolean causal, int length) {
        for (int row = 0; row < heads * steps; row++) {
            int visible = causal ? Math.min(length, row % steps + 1) : length;
            int from = row * keys;
            softmax(s, from, from + visible);
            Arrays.fill(s, from + visible, from + keys, 0f);
        }
    }

    private static void softmax(float[] s, int from, int to) {
        float max = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            max = Math.max(max, s[i]);
        }
        double sum = 0;
        for (int i = from; i < to; i++) {
            double e = Math.exp((double) s[i] - max);
            s[i] = (float) e;
            sum += e;
        }
        float scale = (float) (1 / sum);
        for (int i = from; i < to; i++) {
            s[i] *= scale;
        }
    }

    /** ds = p ⊙ (dp − Σ dp p) for each row, in place of dp. */
    static void slopes(float[] p, float[] dp, int rows, int keys) {
        for (int from = 0; from < rows * keys; from += keys) {
            double dot = 0;
            for (int i = from; i < from + keys; i++) {
                dot += (double) dp[i] * p[i];
            }
            for (int i = from; i < from + keys; i++) {
                dp[i] = (float) (p[i] * (dp[i] - dot));
            }
        }
    }
}
