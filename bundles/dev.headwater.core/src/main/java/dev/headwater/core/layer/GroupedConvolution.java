package dev.headwater.core.layer;

import dev.headwater.core.activation.Activation;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.Arrays;

/**
 * The arithmetic of a convolution whose filters see one group of the channels each; where a group is one channel it is
 * depthwise (Chollet 2017). Products of so few columns would not pay, so it is loops over what lies together: the
 * weight is kept a second time as (kH, kW, in / groups, out).
 */
final class GroupedConvolution implements Kernel {
    private final Windows at;
    private final int groups;
    private final int inputs;
    private final int outputs;
    private final int filters;
    private final Bend f;
    private final Sweep pack;
    private final Sweep z;
    private final Sweep gradients;
    private final Sweep unpack;

    GroupedConvolution(Place place, Windows at, int groups, Activation activation, boolean useBias) {
        this.at = at;
        this.groups = groups;
        f = new Bend(place, activation, useBias ? "bias" : null);
        filters = place.output().columns();
        inputs = at.channels() / groups;
        outputs = filters / groups;
        Shape turned = Shape.of(at.taps() * inputs, filters);
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
                : place.each((write, r, i) -> backward(r[0], r[1], r[2], write[0], null), new Tensor[] {dw}, x, w, dz);
    }

    private void pack(float[] weight, float[] w) {
        for (int o = 0; o < filters; o++) {
            for (int i = 0; i < inputs; i++) {
                for (int tap = 0; tap < at.taps(); tap++) {
                    w[(tap * inputs + i) * filters + o] = weight[(o * inputs + i) * at.taps() + tap];
                }
            }
        }
    }

    private void unpack(float[] w, float[] weight) {
        for (int o = 0; o < filters; o++) {
            for (int i = 0; i < inputs; i++) {
                for (int tap = 0; tap < at.taps(); tap++) {
                    weight[(o * inputs + i) * at.taps() + tap] = w[(tap * inputs + i) * filters + o];
                }
            }
        }
    }

    private void forward(float[] x, float[] w, float[] to) {
        Arrays.fill(to, 0, at.positions() * filters, 0f);
        walk(x, w, to, null, null);
    }

    /** Adds to {@code dw}, which began at 0 before the first example; {@code dx} is {@code null} if nobody needs it. */
    private void backward(float[] x, float[] w, float[] dz, float[] dw, float[] dx) {
        if (dx != null) {
            Arrays.fill(dx, 0, at.down().input() * at.across().input() * at.channels(), 0f);
        }
        walk(x, w, dz, dw, dx);
    }

    /** Every tap of every window that is not padding. Forward where {@code dw} is {@code null}. */
    private void walk(float[] x, float[] w, float[] out, float[] dw, float[] dx) {
        Window down = at.down();
        Window across = at.across();
        for (int oy = 0; oy < down.output(); oy++) {
            for (int ox = 0; ox < across.output(); ox++) {
                int to = (oy * across.output() + ox) * filters;
                for (int ky = down.first(oy); ky < down.end(oy); ky++) {
                    for (int kx = across.first(ox); kx < across.end(ox); kx++) {
                        int from = (down.at(oy, ky) * across.input() + across.at(ox, kx)) * at.channels();
                        int tap = (ky * across.size() + kx) * inputs * filters;
                        if (dw == null) {
                            multiply(x, from, w, tap, out, to);
                        } else {
                            differentiate(x, from, w, tap, out, to, dw, dx);
                        }
                    }
                }
            }
        }
    }

    private void multiply(float[] x, int from, float[] w, int tap, float[] out, int to) {
        if (inputs == 1 && outputs == 1) {
            multiplyAdd(x, from, w, tap, out, to, filters);
            return;
        }
        for (int g = 0; g < groups; g++) {
            for (int i = 0; i < inputs; i++) {
                scaleAdd(x[from + g * inputs + i], w, tap + i * filters + g * outputs, out, to + g * outputs, outputs);
            }
        }
    }

    private void differentiate(float[] x, int from, float[] w, int tap, float[] dz, int to, float[] dw, float[] dx) {
        if (inputs == 1 && outputs == 1) {
            multiplyAdd(x, from, dz, to, dw, tap, filters);
            if (dx != null) {
                multiplyAdd(w, tap, dz, to, dx, from, filters);
            }
            return;
        }
        for (int g = 0; g < groups; g++) {
            for (int i = 0; i < inputs; i++) {
                int at0 = from + g * inputs + i;
                int weights = tap + i * filters + g * outputs;
                scaleAdd(x[at0], dz, to + g * outputs, dw, weights, outputs);
                for (int o = 0; dx != null && o < outputs; o++) {
                    dx[at0] += w[weights + o] * dz[to + g * outputs + o];
                }
            }
        }
    }

    private static void multiplyAdd(float[] a, int fromA, float[] b, int fromB, float[] sum, int to, int n) {
        for (int i = 0; i < n; i++) {
            sum[to + i] += a[fromA + i] * b[fromB + i];
        }
    }

    private static void scaleAdd(float scale, float[] a, int from, float[] sum, int to, int n) {
        for (int i = 0; i < n; i++) {
            sum[to + i] += scale * a[from + i];
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
