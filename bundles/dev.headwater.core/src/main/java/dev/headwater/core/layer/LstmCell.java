package dev.headwater.core.layer;

import dev.headwater.core.activation.Activation;
import dev.headwater.core.activation.Sigmoid;
import dev.headwater.core.activation.Tanh;

/**
 * One step of an {@link LSTM} value by value, forward and backward, as tiles. A gate's value and its slope are both kept
 * in one number, its signed tail ({@link Sigmoid#tail}): what a cell leaves for the way back is more than the caches hold,
 * and memory is slower than arithmetic.
 */
final class LstmCell {
    static final int GATES = 4;
    private static final Activation TANH = new Tanh();

    private LstmCell() {
    }

    /** As {@link #forward}; reads after all else the biases of the gates, and adds them to z. */
    static void forwardWithBias(float[][] w, float[][] r, int n) {
        int bias = r.length - GATES;
        for (int gate = 0; gate < GATES; gate++) {
            Tiles.add(r[gate], r[bias + gate], r[gate], n);
        }
        forward(w, r, bias > 5, n);
    }

    /**
     * Writes over z the tail of i and f, g, and the tail of o, then g's slope, c, tanh(c), tanh'(c), o tanh(c); reads z, c
     * before, and peepholes if any.
     */
    static void forward(float[][] w, float[][] r, int n) {
        forward(w, r, r.length > 5, n);
    }

    private static void forward(float[][] w, float[][] r, boolean peeps, int n) {
        float[] before = r[4];
        float[] c = w[5];
        float[] room = w[8];
        if (peeps) {
            multiplyAdd(r[5], before, r[0], n);
            multiplyAdd(r[6], before, r[1], n);
        }
        Sigmoid.tail(w[0], room, n);
        Sigmoid.tail(w[1], room, n);
        TANH.valueAndSlope(w[2], room, w[4], n);
        Tiles.copy(room, w[2], n);
        carry(w[0], w[2], w[1], before, c, n);
        if (peeps) {
            multiplyAdd(r[7], c, r[3], n);
        }
        Sigmoid.tail(w[3], room, n);
        TANH.valueAndSlope(c, w[6], w[7], n);
        open(w[3], w[6], w[8], n);
    }

    /**
     * Writes dz over what forward left of z, then what of dc goes on; reads that, g's slope, c before, tanh(c), tanh'(c),
     * dh, dc so far, and peepholes if any.
     */
    static void backward(float[][] w, float[][] r, int n) {
        boolean peeps = r.length > 10;
        float[] dc = r[8]; // takes the place of dh
        float[] earlier = w[4];
        outputGate(w[3], r[6], r[7], r[9], dc, n);
        if (peeps) {
            multiplyAdd(r[12], w[3], dc, n);
        }
        inputGate(w[0], w[2], r[4], dc, n);
        forgetGate(w[1], r[5], earlier, dc, n);
        if (peeps) {
            multiplyAdd(r[10], w[0], earlier, n);
            multiplyAdd(r[11], w[1], earlier, n);
        }
    }

    /** c = i g + f c before. */
    private static void carry(float[] i, float[] g, float[] f, float[] before, float[] c, int n) {
        for (int k = 0; k < n; k++) {
            c[k] = Sigmoid.ofTail(i[k]) * g[k] + Sigmoid.ofTail(f[k]) * before[k];
        }
    }

    /** h = o tanh(c). */
    private static void open(float[] o, float[] bent, float[] h, int n) {
        for (int k = 0; k < n; k++) {
            h[k] = Sigmoid.ofTail(o[k]) * bent[k];
        }
    }

    /** dz_o over the tail of o; dc over dh. */
    private static void outputGate(float[] o, float[] bent, float[] slope, float[] later, float[] dh, int n) {
        for (int k = 0; k < n; k++) {
            float tail = o[k];
            float d = dh[k];
            o[k] = d * bent[k] * Sigmoid.slopeOfTail(tail);
            dh[k] = later[k] + d * Sigmoid.ofTail(tail) * slope[k];
        }
    }

    /** dz_i over the tail of i; dz_g over g. */
    private static void inputGate(float[] i, float[] g, float[] slope, float[] dc, int n) {
        for (int k = 0; k < n; k++) {
            float tail = i[k];
            float d = dc[k];
            i[k] = d * g[k] * Sigmoid.slopeOfTail(tail);
            g[k] = d * Sigmoid.ofTail(tail) * slope[k];
        }
    }

    /** dz_f over the tail of f; dc of the step before. */
    private static void forgetGate(float[] f, float[] before, float[] earlier, float[] dc, int n) {
        for (int k = 0; k < n; k++) {
            float tail = f[k];
            float d = dc[k];
            f[k] = d * before[k] * Sigmoid.slopeOfTail(tail);
            earlier[k] = d * Sigmoid.ofTail(tail);
        }
    }

    private static void multiplyAdd(float[] a, float[] b, float[] sum, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] += a[i] * b[i];
        }
    }
}
