package dev.headwater.core.layer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.tensor.Shape;
import java.util.List;

/**
 * Root mean square normalization (Zhang and Sennrich 2019) over the last axes of every example:
 * y = γ x / √(mean x² + ε). Parameter {@code weight} γ of their shape. A {@link LayerNorm} that leaves the mean alone.
 */
@InFamily(LayerFamily.NORMALIZATION)
@Named(about = "every example divided by its root mean square over its last axes")
public record RMSNorm(
        @Setting(about = "How many of the last axes are normalized together.", byDefault = "1", min = 1, max = Shape.MAX_RANK) int axes,
        @Setting(about = "Added to the mean square; the default is the resolution of a 32-bit float.", byDefault = "1.1920929e-7", min = 0, max = 1e6, minExclusive = true) double epsilon,
        @Setting(about = "Whether a scale is learned for every value.", byDefault = "true") boolean scale)
        implements Layer {
    @Override
    public Shape outputShape(List<Shape> inputs) {
        LayerNorm.last("RMSNorm", inputs.get(0), axes);
        return inputs.get(0);
    }

    @Override
    public List<ParameterSpec> parameters(List<Shape> inputs) {
        return LayerNorm.parameters(LayerNorm.last("RMSNorm", inputs.get(0), axes), scale, false);
    }

    @Override
    public Kernel bind(Place place) {
        Shape input = place.input(0).shape();
        Shape last = LayerNorm.last("RMSNorm", input, axes);
        return new Standardization(place, Segments.stretches(input.size(), last.size()), false, epsilon, last, scale,
                false);
    }
}
