package dev.headwater.core.layer;

import dev.headwater.core.activation.Activation;
import dev.headwater.core.initializer.Initializer;
import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.ShapeMismatch;
import dev.headwater.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The arithmetic of a convolution, z = Σ over taps of the example seen through the tap times that tap's weight. What is
 * multiplied with what depends on how the windows lie ({@link Taps}). The weight is kept a second time as
 * (kernel…, in, out), for channels lie together, and where they fall into groups with zeros for the channels that a
 * filter does not see: a large product with zeros is faster than many small ones. Where the input has a gradient it is
 * kept a third time with in and out exchanged, for a product with a transposed second factor is slower than one without.
 */
final class Convolution implements Kernel {
    private final Bend f;
    private final Sweep pack;
    private final Taps taps;
    private final Sweep unpack;

    Convolution(Place place, Windows at, int groups, Activation activation, boolean useBias) {
        f = new Bend(place, activation, useBias ? "bias" : null);
        int filters = place.output().columns();
        int channels = at.channels();
        Shape wide = Shape.of(at.taps() * channels, filters);
        Tensor w = place.buffer("weight-by-tap", wide);
        Tensor dw = place.buffer("weight-by-tap-gradient", wide);
        Order byTap = new Order(0, channels * filters, filters, 1);
        boolean back = place.needsInputGradient(0);
        boolean winograd = WinogradPass.gains(at, filters);
        // Taps from the last to the first, or one long row for each filter, of which a product may see a part.
        Order turned = winograd ? new Order((at.taps() - 1) * channels * filters, -channels * filters, 1, channels)
                : new Order(0, channels, 1, at.taps() * channels);
        Tensor wt = back ? place.buffer("weight-turned", winograd ? Shape.of(at.taps() * filters, channels)
                : Shape.of(filters, at.taps() * channels)) : null;
        pack = place.each((write, r, i) -> {
            turn(at, filters, groups, true, r[0], write[0], byTap);
            if (back) {
                turn(at, filters, groups, true, r[0], write[1], turned);
            }
        }, back ? new Tensor[] {w, wt} : new Tensor[] {w}, place.parameter("weight"));
        unpack = place.each((write, r, i) -> turn(at, filters, groups, false, r[0], write[0], byTap),
                new Tensor[] {place.gradient("weight")}, dw);
        taps = at.pointwise() ? new PointwiseTaps(place, f.z(), w, wt, dw)
                : winograd ? new WinogradTaps(place, at, f.z(), w, wt, dw)
                        : at.dense() ? new ShiftedTaps(place, at, f.z(), w, wt, dw)
                                : new GatheredTaps(place, at, f.z(), w, wt, dw);
    }

    /**
     * Where a weight of one tap, channel and filter lies.
     *
     * @param first tap, channel and filter 0
     * @param tap values from one tap to the next
     * @param channel the same from one channel to the next
     * @param filter the same from one filter to the next
     */
    private record Order(int first, int tap, int channel, int filter) {
    }

    /** The kernel for so many groups of channels. */
    static Kernel of(Place place, Windows at, int groups, Activation activation, boolean useBias) {
        boolean depthwise = groups > 1 && groups == at.channels() && groups == place.output().columns();
        return depthwise ? new DepthwiseConvolution(place, at, activation, useBias)
                : new Convolution(place, at, groups, activation, useBias);
    }

    /**
     * The parameters: weight (out, in / groups, kernel…) and bias (out). An output sees in / groups · taps values, an
     * input reaches out / groups · taps outputs.
     *
     * @throws ShapeMismatch if the groups do not divide the channels
     */
    static List<ParameterSpec> parameters(String layer, Shape input, int filters, int groups, int[] kernel,
            Initializer weight, Initializer bias) {
        int in = input.columns();
        if (in % groups != 0 || filters % groups != 0) {
            throw new ShapeMismatch(layer + " has " + groups + " groups, which must divide its " + filters
                    + " filters and the " + in + " channels of its input " + input
                    + "; use 1, or for a depthwise convolution " + in + " and a multiple of it as filters");
        }
        int[] extents = new int[kernel.length + 2];
        extents[0] = filters;
        extents[1] = in / groups;
        System.arraycopy(kernel, 0, extents, 2, kernel.length);
        int taps = Shape.of(kernel).size();
        int fanIn = Math.multiplyExact(in / groups, taps);
        int fanOut = Math.multiplyExact(filters / groups, taps);
        List<ParameterSpec> all = new ArrayList<>();
        all.add(new ParameterSpec("weight", Shape.of(extents), fanIn, fanOut, weight));
        if (bias != null) {
            all.add(new ParameterSpec("bias", Shape.of(filters), fanIn, fanOut, bias));
        }
        return all;
    }

    /** (out, in / groups, taps) to another order of all taps, channels and filters, whose other values began at 0, or back. */
    private static void turn(Windows at, int filters, int groups, boolean there, float[] from, float[] to,
            Order order) {
        int inputs = at.channels() / groups;
        int outputs = filters / groups;
        int taps = at.taps();
        for (int group = 0; group < filters; group += outputs) {
            for (int c = 0; c < inputs; c++) {
                int channel = group / outputs * inputs + c;
                for (int tap = 0; tap < taps; tap++) { // filters last: that is kinder to the caches
                    int narrow = (group * inputs + c) * taps + tap;
                    int wide = order.first + tap * order.tap + channel * order.channel + group * order.filter;
                    for (int o = 0; o < outputs; o++, narrow += inputs * taps, wide += order.filter) {
                        if (there) {
                            to[wide] = from[narrow];
                        } else {
                            to[narrow] = from[wide];
                        }
                    }
                }
            }
        }
    }

    @Override
    public void forward(Pass pass) {
        pack.run(1);
        taps.forward(pass.rows());
        f.forward(pass.rows());
    }

    @Override
    public void backward(Pass pass) {
        f.backward(pass.rows());
        taps.backward(pass.rows());
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
