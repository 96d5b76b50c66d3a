package dev.headwater.core.layer;

import dev.headwater.core.activation.Activation;
import dev.headwater.core.activation.Sigmoid;
import dev.headwater.core.activation.Tanh;

/**
 * One step of a {@link GRU} value by value, forward and backward, as tiles. Value and slope of a gate are kept in one
 * number, its signed tail ({@link Sigmoid#tail}), which tells 1 − z to all digits too where z is nearly 1.
 */
final class GruCell {
    private static final Activation TANH = new Tanh();
    /** Where the biases of r, z and n begin, after which comes b_hn. */
    private static final int BIAS = 5;

    private GruCell() {
    }

    /** Writes the tails of r and z and n over their z, U h + b_hn over U h, n's slope, h; reads those, h before, and biases if any. */
    static void forward(float[][] w, float[][] r, int n) {
        float[] room = w[5];
        if (r.length > BIAS) {
            for (int k = 0; k < 4; k++) {
                Tiles.add(r[k], r[BIAS + k], r[k], n);
            }
        }
        Sigmoid.tail(w[0], room, n);
        Sigmoid.tail(w[1], room, n);
        reset(w[0], w[3], w[2], n);
        TANH.valueAndSlope(w[2], room, w[4], n);
        Tiles.copy(room, w[2], n);
        mix(w[1], w[2], r[4], w[5], n);
    }

    /** z_n += r ⊙ (U h + b_hn). */
    private static void reset(float[] r, float[] inner, float[] z, int n) {
        for (int i = 0; i < n; i++) {
            z[i] += Sigmoid.ofTail(r[i]) * inner[i];
        }
    }

    /** h = (1 − z) n + z h before. */
    private static void mix(float[] z, float[] candidate, float[] before, float[] h, int n) {
        for (int i = 0; i < n; i++) {
            h[i] = candidate[i] + Sigmoid.ofTail(z[i]) * (before[i] - candidate[i]);
        }
    }

    /**
     * Writes dz of r, z and n over what forward left, the gradient of U h + b_hn over its value, and adds z ⊙ dh to dh of
     * the step before; reads those, n's slope, h before, dh.
     */
    static void backward(float[][] w, float[][] r, int n) {
        carry(w[1], r[7], w[4], n);
        mixed(w[1], w[2], r[5], r[6], r[7], n);
        wasReset(w[0], w[3], w[2], n);
    }

    private static void carry(float[] z, float[] dh, float[] earlier, int n) {
        for (int i = 0; i < n; i++) {
            earlier[i] += dh[i] * Sigmoid.ofTail(z[i]);
        }
    }

    private static void mixed(float[] z, float[] candidate, float[] slope, float[] before, float[] dh, int n) {
        for (int i = 0; i < n; i++) {
            float tail = z[i];
            float d = dh[i];
            z[i] = d * (before[i] - candidate[i]) * Sigmoid.slopeOfTail(tail);
            candidate[i] = d * Sigmoid.ofTail(-tail) * slope[i];
        }
    }

    private static void wasReset(float[] r, float[] inner, float[] dn, int n) {
        for (int i = 0; i < n; i++) {
            float tail = r[i];
            float d = dn[i];
            r[i] = d * inner[i] * Sigmoid.slopeOfTail(tail);
            inner[i] = d * Sigmoid.ofTail(tail);
        }
    }
}
