package dev.headwater.core.layer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.ShapeMismatch;
import dev.headwater.core.tensor.Tensor;
import java.util.List;

/**
 * The axes in another order, counted from 1 without the batch: with {@code [2, 1]}, {@code [time, features]} becomes
 * {@code [features, time]}. The k-th axis of the output is the {@code axes[k]}-th of the input. Backward: the way back.
 */
@InFamily(LayerFamily.SHAPE)
@Named(about = "the axes in another order, counted from 1: [2, 1] swaps time and features")
public record Permute(
        @Setting(about = "Which axis of the input, from 1, each axis of the output is.") Shape axes) implements Layer {
    @Override
    public Shape outputShape(List<Shape> inputs) {
        Shape in = inputs.get(0);
        int[] extents = new int[in.rank()];
        boolean[] taken = new boolean[in.rank()];
        boolean right = axes.rank() == in.rank();
        for (int k = 0; right && k < extents.length; k++) {
            int axis = axes.extent(k) - 1;
            right = axis < extents.length && !taken[axis];
            if (right) {
                taken[axis] = true;
                extents[k] = in.extent(axis);
            }
        }
        if (!right) {
            throw new ShapeMismatch("Permute must name each of the " + in.rank() + " axes of " + in
                    + " once, counted from 1, \"axes\" is " + axes);
        }
        return Shape.of(extents);
    }

    @Override
    public Kernel bind(Place place) {
        int[] from = origins(place.input(0).shape(), place.output().shape());
        Sweep forward = place.each((w, r, example) -> {
            for (int i = 0; i < from.length; i++) {
                w[0][i] = r[0][from[i]];
            }
        }, new Tensor[] {place.output()}, place.input(0));
        Sweep backward = !place.needsInputGradient(0) ? Sweep.NONE : place.each((w, r, example) -> {
            for (int i = 0; i < from.length; i++) {
                w[0][from[i]] = r[0][i];
            }
        }, new Tensor[] {place.inputGradient(0)}, place.outputGradient());
        return Kernels.of(forward, backward);
    }

    /** For each value of the output, in order, where in the input it comes from. */
    private int[] origins(Shape in, Shape out) {
        int[] step = new int[in.rank()];
        for (int axis = in.rank() - 1, size = 1; axis >= 0; axis--) {
            step[axis] = size;
            size *= in.extent(axis);
        }
        int[] from = new int[out.size()];
        for (int i = 0; i < from.length; i++) {
            for (int k = out.rank() - 1, rest = i; k >= 0; k--) {
                from[i] += rest % out.extent(k) * step[axes.extent(k) - 1];
                rest /= out.extent(k);
            }
        }
        return from;
    }
}
