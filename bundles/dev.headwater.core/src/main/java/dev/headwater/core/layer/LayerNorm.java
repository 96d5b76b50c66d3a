package dev.headwater.core.layer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.initializer.Constant;
import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.initializer.Zeros;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.ShapeMismatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Layer normalization (Ba et al. 2016) over the last axes of every example: y = γ (x − μ) / √(σ² + ε) + β with mean and
 * biased variance of these axes. Parameters {@code weight} γ and {@code bias} β of their shape. It does not change when
 * x is scaled or shifted as a whole, and sees no other example and no step that is padding.
 */
@InFamily(LayerFamily.NORMALIZATION)
@Named(about = "every example to mean 0 and variance 1 over its last axes")
public record LayerNorm(
        @Setting(about = "How many of the last axes are normalized together.", byDefault = "1", min = 1, max = Shape.MAX_RANK) int axes,
        @Setting(about = "Added to the variance.", byDefault = "1e-5", min = 0, max = 1e6, minExclusive = true) double epsilon,
        @Setting(about = "Whether a scale is learned for every value.", byDefault = "true") boolean scale,
        @Setting(about = "Whether a shift is learned for every value.", byDefault = "true") boolean shift)
        implements Layer {
    @Override
    public Shape outputShape(List<Shape> inputs) {
        last("LayerNorm", inputs.get(0), axes);
        return inputs.get(0);
    }

    /** The extents of the last axes. */
    static Shape last(String layer, Shape input, int axes) {
        if (axes > input.rank()) {
            throw new ShapeMismatch(layer + " normalizes the last " + axes + " axes, input " + input + " has "
                    + input.rank() + "; use fewer axes");
        }
        return Shape.of(Arrays.copyOfRange(input.toArray(), input.rank() - axes, input.rank()));
    }

    @Override
    public List<ParameterSpec> parameters(List<Shape> inputs) {
        return parameters(last("LayerNorm", inputs.get(0), axes), scale, shift);
    }

    /** A scale that starts at 1 and a shift that starts at 0; neither decays, whatever its shape. */
    static List<ParameterSpec> parameters(Shape shape, boolean scale, boolean shift) {
        List<ParameterSpec> all = new ArrayList<>();
        if (scale) {
            all.add(new ParameterSpec("weight", shape, 1, 1, new Constant(1), true, false));
        }
        if (shift) {
            all.add(new ParameterSpec("bias", shape, 1, 1, new Zeros(), true, false));
        }
        return all;
    }

    @Override
    public Kernel bind(Place place) {
        Shape input = place.input(0).shape();
        Shape last = last("LayerNorm", input, axes);
        return new Standardization(place, Segments.stretches(input.size(), last.size()), true, epsilon, last, scale,
                shift);
    }
}
