package dev.headwater.core.layer;

import dev.headwater.core.activation.Activation;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.Arrays;

/**
 * The arithmetic of a convolution with one filter for each channel (Chollet 2017). A product of matrices would pay for
 * zeros, so it is loops over what lies together. The weight is kept a second time as (kH, kW, channels), and where the
 * stride is 1 as often as a line has windows: then a tap is one loop over a whole line.
 */
final class DepthwiseConvolution implements Kernel {
    private final Windows at;
    private final int channels;
    private final int copies;
    private final Bend f;
    private final Sweep pack;
    private final Sweep z;
    private final Sweep gradients;
    private final Sweep unpack;

    DepthwiseConvolution(Place place, Windows at, Activation activation, boolean useBias) {
        this.at = at;
        f = new Bend(place, activation, useBias ? "bias" : null);
        channels = at.channels();
        copies = at.across().stride() == 1 ? at.across().output() : 1;
        Shape turned = Shape.of(at.taps(), copies, channels);
        Tensor w = place.buffer("weight-by-tap", turned);
        Tensor dw = place.buffer("weight-by-tap-gradient", turned);
        pack = place.each((write, r, i) -> pack(r[0], write[0]), new Tensor[] {w}, place.parameter("weight"));
        unpack = place.each((write, r, i) -> unpack(r[0], write[0]), new Tensor[] {place.gradient("weight")}, dw);
        Tensor x = place.input(0);
        Tensor dz = place.outputGradient();
        z = place.each((write, r, i) -> forward(r[0], r[1], write[0]), new Tensor[] {f.z()}, x, w);
        gradients = place.needsInputGradient(0)
                ? place.each((write, r, i) -> backward(r[0], r[1], r[2], write[0], write[1]),
                        new Tensor[] {dw, place.inputGradient(0)}, x, w, dz)
                : place.each((write, r, i) -> walk(r[0], r[1], r[2], write[0], null), new Tensor[] {dw}, x, w, dz);
    }

    private void pack(float[] weight, float[] w) {
        int to = 0;
        for (int tap = 0; tap < at.taps(); tap++) {
            for (int copy = 0; copy < copies; copy++) {
                for (int c = 0; c < channels; c++) {
                    w[to++] = weight[c * at.taps() + tap];
                }
            }
        }
    }

    /** Adds up the copies; {@code weight} began at 0. */
    private void unpack(float[] w, float[] weight) {
        int from = 0;
        for (int tap = 0; tap < at.taps(); tap++) {
            for (int copy = 0; copy < copies; copy++) {
                for (int c = 0; c < channels; c++) {
                    weight[c * at.taps() + tap] += w[from++];
                }
            }
        }
    }

    private void forward(float[] x, float[] w, float[] to) {
        Arrays.fill(to, 0, at.positions() * channels, 0f);
        walk(x, w, to, null, null);
    }

    private void backward(float[] x, float[] w, float[] dz, float[] dw, float[] dx) {
        Arrays.fill(dx, 0, at.down().input() * at.across().input() * channels, 0f);
        walk(x, w, dz, dw, dx);
    }

    /**
     * Every tap of every window that is not padding. Forward where {@code dw} is {@code null}; else adds to it, which
     * began at 0 before the first example. {@code dx} is {@code null} if nobody needs it.
     */
    private void walk(float[] x, float[] w, float[] out, float[] dw, float[] dx) {
        Window across = at.across();
        for (int oy = 0; oy < at.down().output(); oy++) {
            for (int ky = at.down().first(oy); ky < at.down().end(oy); ky++) {
                int line = at.down().at(oy, ky) * across.input();
                for (int kx = 0; kx < across.size(); kx++) {
                    int tap = (ky * across.size() + kx) * copies * channels;
                    int end = across.to(kx);
                    int run = copies == 1 ? 1 : Math.max(1, end - across.from(kx));
                    for (int ox = across.from(kx); ox < end; ox += run) {
                        int from = (line + across.at(ox, kx)) * channels;
                        int to = (oy * across.output() + ox) * channels;
                        if (dw == null) {
                            multiplyAdd(x, from, w, tap, out, to, run * channels);
                        } else {
                            multiplyAdd(x, from, out, to, dw, tap, run * channels);
                            if (dx != null) {
                                multiplyAdd(w, tap, out, to, dx, from, run * channels);
                            }
                        }
                    }
                }
            }
        }
    }

    private static void multiplyAdd(float[] a, int fromA, float[] b, int fromB, float[] sum, int to, int n) {
        for (int i = 0; i < n; i++) {
            sum[to + i] += a[fromA + i] * b[fromB + i];
        }
    }

    @Override
    public void forward(Pass pass) {
        pack.run(1);
        z.run(pass.rows());
        f.forward(pass.rows());
    }

    @Override
    public void backward(Pass pass) {
        f.backward(pass.rows());
        gradients.run(pass.rows());
        unpack.run(1);
    }

    @Override
    public Tensor slope() {
        return f.slope();
    }

    @Override
    public double steepest() {
        return f.steepest();
    }

    @Override
    public Tensor logits() {
        return f.logits();
    }
}
