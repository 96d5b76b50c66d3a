package dev.headwater.core.layer;

import dev.headwater.core.activation.Activation;
import dev.headwater.core.activation.Sigmoid;
import dev.headwater.core.activation.Tanh;

/** One step of a {@link GRU} value by value, forward and backward, as tiles. */
final class GruCell {
    private static final Activation SIGMOID = new Sigmoid();
    private static final Activation TANH = new Tanh();

    private GruCell() {
    }

    /** Writes r, z, n, their slopes over their z, U h + b_hn, h; reads z of r, z and n, U h, h before, b_hn. */
    static void forward(float[][] w, float[][] r, int n) {
        float[] inner = w[6];
        SIGMOID.valueAndSlope(r[0], w[0], w[3], n);
        SIGMOID.valueAndSlope(r[1], w[1], w[4], n);
        Tiles.add(r[3], r[5], inner, n);
        multiplyAdd(w[0], inner, r[2], n);
        TANH.valueAndSlope(r[2], w[2], w[5], n);
        mix(w[1], w[2], r[4], w[7], n);
    }

    private static void mix(float[] z, float[] candidate, float[] before, float[] h, int n) {
        for (int i = 0; i < n; i++) {
            h[i] = candidate[i] + z[i] * (before[i] - candidate[i]);
        }
    }

    /**
     * Writes dz of r, z and n over their slopes, the gradient of U h + b_hn over its value, and adds z ⊙ dh to dh of the
     * step before. 1 − z = σ'/σ, which keeps its digits where z is nearly 1.
     */
    static void backward(float[][] w, float[][] r, int n) {
        float[] dh = r[9];
        candidate(dh, r[1], r[6], w[2], n);
        update(dh, r[8], r[7], w[1], n);
        reset(w[2], r[3], w[0], n);
        Tiles.multiply(w[2], r[5], w[3], n);
        multiplyAdd(dh, r[6], w[4], n);
    }

    private static void candidate(float[] dh, float[] slope, float[] z, float[] dn, int n) {
        for (int i = 0; i < n; i++) {
            dn[i] = dh[i] * (slope[i] / z[i]) * dn[i];
        }
    }

    private static void update(float[] dh, float[] before, float[] candidate, float[] dz, int n) {
        for (int i = 0; i < n; i++) {
            dz[i] = dh[i] * (before[i] - candidate[i]) * dz[i];
        }
    }

    private static void reset(float[] dn, float[] inner, float[] dr, int n) {
        for (int i = 0; i < n; i++) {
            dr[i] = dn[i] * inner[i] * dr[i];
        }
    }

    private static void multiplyAdd(float[] a, float[] b, float[] sum, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] += a[i] * b[i];
        }
    }
}
