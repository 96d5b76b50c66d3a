package dev.headwater.core.layer;

import dev.headwater.core.activation.Activation;
import dev.headwater.core.activation.Sigmoid;
import dev.headwater.core.activation.Tanh;

/** One step of an {@link LSTM} value by value, forward and backward, as tiles. */
final class LstmCell {
    static final int GATES = 4;
    private static final Activation SIGMOID = new Sigmoid();
    private static final Activation TANH = new Tanh();

    private LstmCell() {
    }

    /** As {@link #forward}; reads after all else the biases of the gates, and adds them to z. */
    static void forwardWithBias(float[][] w, float[][] r, int n) {
        int at = r.length - GATES;
        for (int gate = 0; gate < GATES; gate++) {
            Tiles.add(r[gate], r[at + gate], r[gate], n);
        }
        forward(w, r, at, n);
    }

    /** Writes i f g o, their slopes over z, c, tanh(c), tanh'(c), o tanh(c); reads z, peepholes if any, c before. */
    static void forward(float[][] w, float[][] r, int n) {
        forward(w, r, r.length, n);
    }

    private static void forward(float[][] w, float[][] r, int count, int n) {
        boolean peeps = count > GATES + 1;
        float[] before = r[count - 1];
        float[] c = w[8];
        if (peeps) {
            multiplyAdd(r[4], before, r[0], n);
            multiplyAdd(r[5], before, r[1], n);
        }
        SIGMOID.valueAndSlope(r[0], w[0], w[4], n);
        SIGMOID.valueAndSlope(r[1], w[1], w[5], n);
        TANH.valueAndSlope(r[2], w[2], w[6], n);
        Tiles.multiply(w[0], w[2], c, n);
        multiplyAdd(w[1], before, c, n);
        if (peeps) {
            multiplyAdd(r[6], c, r[3], n);
        }
        SIGMOID.valueAndSlope(r[3], w[3], w[7], n);
        TANH.valueAndSlope(c, w[9], w[10], n);
        Tiles.multiply(w[3], w[9], w[11], n);
    }

    /** Writes dz over the slopes, dc, and what of dc goes on; reads slopes, gates, peepholes, dh, dc so far and c. */
    static void backward(float[][] w, float[][] r, int n) {
        int at = r.length - 5;
        boolean peeps = at > 2 * GATES;
        float[] dh = r[at];
        float[] dc = w[4];
        float[] earlier = w[5];
        multiplyBy(dh, r[at + 3], w[3], n);
        addProduct(r[at + 1], dh, r[7], r[at + 4], dc, n);
        if (peeps) {
            multiplyAdd(r[10], w[3], dc, n);
        }
        multiplyBy(dc, r[6], w[0], n);
        multiplyBy(dc, r[at + 2], w[1], n);
        multiplyBy(dc, r[4], w[2], n);
        Tiles.multiply(dc, r[5], earlier, n);
        if (peeps) {
            multiplyAdd(r[8], w[0], earlier, n);
            multiplyAdd(r[9], w[1], earlier, n);
        }
    }

    private static void multiplyAdd(float[] a, float[] b, float[] sum, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] += a[i] * b[i];
        }
    }

    private static void multiplyBy(float[] a, float[] b, float[] c, int n) {
        for (int i = 0; i < n; i++) {
            c[i] = a[i] * b[i] * c[i];
        }
    }

    private static void addProduct(float[] sum, float[] a, float[] b, float[] c, float[] into, int n) {
        for (int i = 0; i < n; i++) {
            into[i] = sum[i] + a[i] * b[i] * c[i];
        }
    }
}
