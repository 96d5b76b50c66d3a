package dev.headwater.core.layer;

import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.ShapeMismatch;
import dev.headwater.core.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/** The arithmetic of the layers that make one value of the values in a window, channel by channel. */
final class Pooling {
    private Pooling() {
    }

    /**
     * The windows of a pooling layer; every one sees at least one value.
     *
     * @throws ShapeMismatch if they do not fit, or the padding is more than half a window
     */
    static Windows windows(String layer, Shape input, int[] size, int[] stride, List<String> setting) {
        int[] dilation = new int[size.length];
        Arrays.fill(dilation, 1);
        Padding padding = Padding.of(layer, size.length, setting);
        Windows windows = Windows.of(layer, "window", input, size, stride, dilation, padding);
        for (int i = 0; i < size.length; i++) {
            if (2L * padding.sides()[i] > size[i]) {
                throw new ShapeMismatch(layer + " has padding " + Arrays.toString(padding.sides()) + " for a window "
                        + Arrays.toString(size) + ", a window of padding alone would have no value; use at most half a"
                        + " window");
            }
        }
        return windows;
    }

    /** The largest value of every window (the first of equals); its gradient goes to where that value was. */
    static Kernel max(Place place, Windows at) {
        Tensor y = place.output();
        Tensor winner = place.scratch("winner", y.shape());
        Sweep forward = place.each((w, r, i) -> max(at, r[0], w[0], w[1]), new Tensor[] {y, winner}, place.input(0));
        Sweep backward = place.needsInputGradient(0)
                ? place.each((w, r, i) -> unmax(at, r[0], r[1], w[0]), new Tensor[] {place.inputGradient(0)},
                        place.outputGradient(), winner)
                : Sweep.NONE;
        return kernel(forward, backward);
    }

    /** The mean of every window; padding counts as zeros, or not at all. */
    static Kernel average(Place place, Windows at, boolean countIncludePad) {
        Sweep forward = place.each((w, r, i) -> average(at, countIncludePad, r[0], w[0]), new Tensor[] {place.output()},
                place.input(0));
        Sweep backward = place.needsInputGradient(0)
                ? place.each((w, r, i) -> spread(at, countIncludePad, r[0], w[0]),
                        new Tensor[] {place.inputGradient(0)}, place.outputGradient())
                : Sweep.NONE;
        return kernel(forward, backward);
    }

    private static Kernel kernel(Sweep forward, Sweep backward) {
        return new Kernel() {
            @Override
            public void forward(Pass pass) {
                forward.run(pass.rows());
            }

            @Override
            public void backward(Pass pass) {
                backward.run(pass.rows());
            }
        };
    }

    /** Runs over the taps that are not padding. */
    private static void max(Windows at, float[] x, float[] y, float[] winner) {
        Arrays.fill(y, 0, at.positions() * at.channels(), Float.NEGATIVE_INFINITY);
        for (int o = 0; o < at.positions(); o++) {
            int oy = o / at.across().output();
            int ox = o % at.across().output();
            Arrays.fill(winner, o * at.channels(), (o + 1) * at.channels(), firstTap(at, oy, ox));
            for (int ky = at.down().first(oy); ky < at.down().end(oy); ky++) {
                for (int kx = at.across().first(ox); kx < at.across().end(ox); kx++) {
                    take(x, from(at, oy, ox, ky, kx), y, winner, o * at.channels(), at.channels(),
                            ky * at.across().size() + kx);
                }
            }
        }
    }

    private static int firstTap(Windows at, int oy, int ox) {
        return at.down().first(oy) * at.across().size() + at.across().first(ox);
    }

    private static int from(Windows at, int oy, int ox, int ky, int kx) {
        return (at.down().at(oy, ky) * at.across().input() + at.across().at(ox, kx)) * at.channels();
    }

    /** A NaN wins, so that whoever looks for it finds where it came from. */
    private static void take(float[] x, int from, float[] y, float[] winner, int to, int n, int tap) {
        for (int c = 0; c < n; c++) {
            float value = x[from + c];
            boolean wins = value > y[to + c] || value != value;
            y[to + c] = wins ? value : y[to + c];
            winner[to + c] = wins ? tap : winner[to + c];
        }
    }

    private static void unmax(Windows at, float[] dy, float[] winner, float[] dx) {
        Arrays.fill(dx, 0, at.down().input() * at.across().input() * at.channels(), 0f);
        int width = at.across().size();
        for (int o = 0; o < at.positions(); o++) {
            int oy = o / at.across().output();
            int ox = o % at.across().output();
            for (int c = 0; c < at.channels(); c++) {
                int tap = (int) winner[o * at.channels() + c];
                dx[from(at, oy, ox, tap / width, tap % width) + c] += dy[o * at.channels() + c];
            }
        }
    }

    private static float share(Windows at, boolean countIncludePad, int oy, int ox) {
        return 1f / (countIncludePad ? at.taps()
                : (at.down().end(oy) - at.down().first(oy)) * (at.across().end(ox) - at.across().first(ox)));
    }

    private static void average(Windows at, boolean countIncludePad, float[] x, float[] y) {
        Arrays.fill(y, 0, at.positions() * at.channels(), 0f);
        for (int o = 0; o < at.positions(); o++) {
            int oy = o / at.across().output();
            int ox = o % at.across().output();
            float share = share(at, countIncludePad, oy, ox);
            for (int ky = at.down().first(oy); ky < at.down().end(oy); ky++) {
                for (int kx = at.across().first(ox); kx < at.across().end(ox); kx++) {
                    scaleAdd(share, x, from(at, oy, ox, ky, kx), y, o * at.channels(), at.channels());
                }
            }
        }
    }

    private static void spread(Windows at, boolean countIncludePad, float[] dy, float[] dx) {
        Arrays.fill(dx, 0, at.down().input() * at.across().input() * at.channels(), 0f);
        for (int o = 0; o < at.positions(); o++) {
            int oy = o / at.across().output();
            int ox = o % at.across().output();
            float share = share(at, countIncludePad, oy, ox);
            for (int ky = at.down().first(oy); ky < at.down().end(oy); ky++) {
                for (int kx = at.across().first(ox); kx < at.across().end(ox); kx++) {
                    scaleAdd(share, dy, o * at.channels(), dx, from(at, oy, ox, ky, kx), at.channels());
                }
            }
        }
    }

    private static void scaleAdd(float scale, float[] a, int from, float[] sum, int to, int n) {
        for (int i = 0; i < n; i++) {
            sum[to + i] += scale * a[from + i];
        }
    }
}
