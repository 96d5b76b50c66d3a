package dev.headwater.core.layer;

import dev.headwater.core.activation.Activation;
import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.initializer.Constant;
import dev.headwater.core.initializer.Initializer;
import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.tensor.Shape;
import java.util.List;

/**
 * A dense layer with a gate around it (Srivastava et al. 2015), y = h ⊙ t + x ⊙ (1 − t) with h = f(x wᵀ + b) and
 * t = σ(x wₜᵀ + bₜ), on the last axis; weight and transform_weight (features, features), bias and transform_bias
 * (features). A negative bₜ leaves the gate mostly open at first, so that deep stacks start near the identity.
 * Backward: dh = dy ⊙ t, dt = dy ⊙ (h − x), dx = dy ⊙ (1 − t) + dzₕ w + dzₜ wₜ.
 */
@InFamily(LayerFamily.DENSE)
@Named(about = "a dense layer with a gate around it: y = h t + x (1 - t)")
public record Highway(
        @Setting(about = "Function applied to h.", byDefault = "relu") Activation activation,
        @Setting(about = "What the gate's bias starts with; the more negative, the nearer to y = x.", byDefault = "-1", min = -Float.MAX_VALUE, max = Float.MAX_VALUE) double transformBias,
        @Setting(about = "What draws the first weights.", byDefault = "xavier") Initializer weight,
        @Setting(about = "What draws the first biases of h.", byDefault = "zeros") Initializer bias) implements Layer {
    @Override
    public Shape outputShape(List<Shape> inputs) {
        return inputs.get(0);
    }

    @Override
    public List<ParameterSpec> parameters(List<Shape> inputs) {
        int n = inputs.get(0).columns();
        return List.of(new ParameterSpec("weight", Shape.of(n, n), n, n, weight),
                new ParameterSpec("bias", Shape.of(n), n, n, bias),
                new ParameterSpec("transform_weight", Shape.of(n, n), n, n, weight),
                new ParameterSpec("transform_bias", Shape.of(n), n, n, new Constant(transformBias)));
    }

    @Override
    public long multiplyAdds(List<Shape> inputs) {
        return 2L * inputs.get(0).size() * inputs.get(0).columns();
    }

    @Override
    public Kernel bind(Place place) {
        return new HighwayKernel(place, activation);
    }
}
