package dev.headwater.core.layer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.ShapeMismatch;
import java.util.List;

/**
 * Group normalization (Wu and He 2018): the channels of every example fall into groups, and each group is brought to
 * mean 0 and (biased) variance 1 over its channels and all positions; then y = γ x̂ + β by channel. Parameters
 * {@code weight} γ and {@code bias} β. As many groups as channels is instance normalization. Sees no other example, and no step that is padding.
 */
@InFamily(LayerFamily.NORMALIZATION)
@Named(about = "groups of channels of every example to mean 0 and variance 1 over all positions")
public record GroupNorm(
        @Setting(about = "Into how many groups the channels fall; must divide them.", min = 1, max = 1 << 24) int groups,
        @Setting(about = "Added to the variance.", byDefault = "1e-5", min = 0, max = 1e6, minExclusive = true) double epsilon,
        @Setting(about = "Whether a scale is learned for every channel.", byDefault = "true") boolean scale,
        @Setting(about = "Whether a shift is learned for every channel.", byDefault = "true") boolean shift)
        implements Layer {
    @Override
    public Shape outputShape(List<Shape> inputs) {
        Shape input = inputs.get(0);
        if (input.columns() % groups != 0) {
            throw new ShapeMismatch("GroupNorm has " + groups + " groups, which must divide the " + input.columns()
                    + " channels of its input " + input + "; use 1 group, or a divisor of " + input.columns());
        }
        return input;
    }

    @Override
    public List<ParameterSpec> parameters(List<Shape> inputs) {
        return LayerNorm.parameters(Shape.of(inputs.get(0).columns()), scale, shift);
    }

    @Override
    public Kernel bind(Place place) {
        Shape input = place.input(0).shape();
        return new Standardization(place, Segments.groups(input.size(), input.columns(), groups), true, epsilon,
                Shape.of(input.columns()), scale, shift);
    }
}
