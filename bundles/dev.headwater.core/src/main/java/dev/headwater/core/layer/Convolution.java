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
 * The arithmetic of a convolution: the windows of all examples become the rows of one matrix X (Chellapilla et al. 2006),
 * so that z = X wᵀ, dw = dzᵀ X and dX = dz w are three products; dX is then added back into the examples. The weight is
 * kept a second time as (out, kH, kW, in), for channels lie together, and where they fall into groups with zeros for
 * the channels that a filter does not see: a large product with zeros is faster than many small ones.
 */
final class Convolution implements Kernel {
    private final Bend f;
    private final Sweep pack;
    private final Sweep gather;
    private final Product z;
    private final Product dw;
    private final Sweep unpack;
    private final Product dRows;
    private final Sweep scatter;

    Convolution(Place place, Windows at, int groups, Activation activation, boolean useBias) {
        f = new Bend(place, activation, useBias ? "bias" : null);
        Tensor x = place.input(0);
        Tensor dz = place.outputGradient();
        Shape wide = Shape.of(dz.columns(), at.taps() * at.channels());
        Tensor w = place.buffer("weight-by-tap", wide);
        Tensor gradient = place.buffer("weight-by-tap-gradient", wide);
        int filters = dz.columns();
        pack = place.each((write, r, i) -> turn(at, filters, groups, true, r[0], write[0]), new Tensor[] {w},
                place.parameter("weight"));
        unpack = place.each((write, r, i) -> turn(at, filters, groups, false, r[0], write[0]),
                new Tensor[] {place.gradient("weight")}, gradient);
        boolean same = at.pointwise();
        Tensor rows = same ? x : place.scratch("windows", Shape.of(at.positions(), wide.columns()));
        gather = same ? Sweep.NONE : place.each((write, r, i) -> at.gather(r[0], write[0]), new Tensor[] {rows}, x);
        z = place.product(f.z(), rows, w, Form.ABT);
        dw = place.product(gradient, dz, rows, Form.ATB);
        if (place.needsInputGradient(0)) {
            Tensor dx = place.inputGradient(0);
            // Once dw is there nobody needs X any more, and dX takes its place.
            dRows = place.product(same ? dx : rows, dz, w, Form.AB);
            scatter = same ? Sweep.NONE
                    : place.each((write, r, i) -> at.scatter(r[0], write[0]), new Tensor[] {dx}, rows);
        } else {
            dRows = Product.NONE;
            scatter = Sweep.NONE;
        }
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

    /** (out, in / groups, taps) to (out, taps, in), whose other values began at 0, or back. */
    private static void turn(Windows at, int filters, int groups, boolean there, float[] from, float[] to) {
        int inputs = at.channels() / groups;
        int outputs = filters / groups;
        int narrow = 0;
        for (int o = 0; o < filters; o++) {
            for (int c = 0; c < inputs; c++) {
                int wide = o * at.taps() * at.channels() + o / outputs * inputs + c;
                for (int tap = 0; tap < at.taps(); tap++, narrow++, wide += at.channels()) {
                    if (there) {
                        to[wide] = from[narrow];
                    } else {
                        to[narrow] = from[wide];
                    }
                }
            }
        }
    }

    @Override
    public void forward(Pass pass) {
        pack.run(1);
        gather.run(pass.rows());
        z.run(pass.rows());
        f.forward(pass.rows());
    }

    @Override
    public void backward(Pass pass) {
        f.backward(pass.rows());
        dw.run(pass.rows());
        unpack.run(1);
        dRows.run(pass.rows());
        scatter.run(pass.rows());
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
