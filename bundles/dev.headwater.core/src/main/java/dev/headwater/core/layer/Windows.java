package dev.headwater.core.layer;

import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.ShapeMismatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the windows of a convolution or a pooling lie over an example {@code [height, width, channels]}; a sequence
 * {@code [time, channels]} is an image of height 1. Says what to copy out of an example and adds it back into one.
 */
record Windows(Window down, Window across, int channels) {
    /**
     * The windows of a layer over an input.
     *
     * @throws ShapeMismatch if the input has other axes, or a window does not fit into it; names the shapes
     */
    static Windows of(String layer, String window, Shape input, int[] size, int[] stride, int[] dilation,
            Padding padding) {
        int axes = size.length;
        if (input.rank() != axes + 1) {
            throw new ShapeMismatch(layer + " needs " + (axes == 1 ? "[time, channels]" : "[height, width, channels]")
                    + ", input is " + input + "; " + (input.rank() == 3 ? "use a 2D layer for images"
                            : input.rank() == 2 ? "use a 1D layer for sequences" : "put a Reshape before it"));
        }
        Window[] windows = new Window[axes];
        for (int i = 0; i < axes; i++) {
            int extent = input.extent(i);
            long span = (size[i] - 1L) * dilation[i] + 1;
            long count = Math.ceilDiv(extent, stride[i]);
            long before = padding.sides()[i];
            if (padding.same()) {
                before = Math.max(0, (count - 1) * stride[i] + span - extent) / 2;
            } else if (span > extent + 2 * before) {
                throw new ShapeMismatch(layer + " has a " + window + " " + Arrays.toString(size) + " that spans " + span
                        + " positions, input " + input + " has " + extent + (before == 0 ? "" : " and " + 2 * before
                                + " of padding") + " there; use a smaller " + window + ", or \"padding\": \"same\"");
            } else {
                count = (extent + 2 * before - span) / stride[i] + 1;
            }
            windows[i] = new Window(extent, size[i], stride[i], dilation[i], Math.toIntExact(before),
                    Math.toIntExact(count));
        }
        return new Windows(axes == 1 ? Window.NONE : windows[0], windows[axes - 1], input.columns());
    }

    /**
     * The two numbers of a setting that may say one for both axes.
     *
     * @throws IllegalArgumentException if it says more
     */
    static int[] pair(String layer, String setting, Shape numbers) {
        if (numbers.rank() != 1 && numbers.rank() != 2) {
            throw new IllegalArgumentException(setting + " of " + layer
                    + " must be one number or [height, width], was " + numbers);
        }
        return new int[] {numbers.extent(0), numbers.extent(-1)};
    }

    /** How many windows there are. */
    int positions() {
        return down.output() * across.output();
    }

    /** How many taps a window has. */
    int taps() {
        return down.size() * across.size();
    }

    /** Whether every window is one position and every position one window, so that nothing need be copied. */
    boolean pointwise() {
        return taps() == 1 && positions() == down.input() * across.input() && down.before() + across.before() == 0;
    }

    /** Whether windows are one step apart along both axes. */
    boolean dense() {
        return down.stride() == 1 && across.stride() == 1;
    }

    /**
     * The copies that lay the windows of an example side by side: one row each, in it tap by tap the channels. What they
     * leave out is padding.
     */
    Copies gather() {
        int line = across.size() * channels;
        List<int[]> all = new ArrayList<>();
        int to = 0;
        for (int oy = 0; oy < down.output(); oy++) {
            for (int ox = 0; ox < across.output(); ox++) {
                for (int ky = 0; ky < down.size(); ky++, to += line) {
                    int iy = down.at(oy, ky);
                    int first = across.first(ox);
                    int end = iy < 0 || iy >= down.input() ? first : across.end(ox);
                    int run = across.dilation() == 1 ? end - first : 1;
                    for (int kx = first; kx < end; kx += run) {
                        all.add(new int[] {to + kx * channels, (iy * across.input() + across.at(ox, kx)) * channels,
                                run * channels});
                    }
                }
            }
        }
        return new Copies(all.stream().mapToInt(c -> c[0]).toArray(), all.stream().mapToInt(c -> c[1]).toArray(), all
                .stream().mapToInt(c -> c[2]).toArray());
    }

    /** The reverse of {@link #gather}: every position becomes the sum of the taps that looked at it. */
    void scatter(float[] rows, float[] x) {
        Arrays.fill(x, 0, down.input() * across.input() * channels, 0f);
        int line = across.size() * channels;
        int from = 0;
        for (int oy = 0; oy < down.output(); oy++) {
            for (int ox = 0; ox < across.output(); ox++) {
                int first = across.first(ox);
                int end = across.end(ox);
                int run = across.dilation() == 1 ? Math.max(1, end - first) : 1;
                for (int ky = 0; ky < down.size(); ky++, from += line) {
                    int iy = down.at(oy, ky);
                    if (iy >= 0 && iy < down.input()) {
                        for (int kx = first; kx < end; kx += run) {
                            add(rows, from + kx * channels, x, (iy * across.input() + across.at(ox, kx)) * channels,
                                    run * channels);
                        }
                    }
                }
            }
        }
    }

    private static void add(float[] a, int from, float[] sum, int to, int n) {
        for (int i = 0; i < n; i++) {
            sum[to + i] += a[from + i];
        }
    }
}
