package dev.headwater.core.layer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.initializer.Initializer;
import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.initializer.Zeros;
import dev.headwater.core.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Batch normalization (Ioffe and Szegedy 2015) of every channel (the last axis) over the whole batch and all positions:
 * y = γ (x − μ) / √(σ² + ε) + β with the batch's mean μ and biased variance σ². Steps that are padding count nowhere and
 * become 0.
 * Evaluation takes running averages, to which every step adds its mean and unbiased variance:
 * running = (1 − momentum) · running + momentum · batch. Parameters {@code weight} γ and {@code bias} β, states
 * {@code running_mean} and {@code running_var}. Backward, with x̂ the normalized x and means over batch and positions:
 * dx = γ / √(σ² + ε) · (dy − mean dy − x̂ · mean(dy x̂)), dγ = Σ dy x̂, dβ = Σ dy. A batch of one value a channel is
 * its own mean: y = β, and nothing learns from it.
 */
@InFamily(LayerFamily.NORMALIZATION)
@Named(about = "every channel to mean 0 and variance 1 over the batch: y = g * (x - mean) / sqrt(var + epsilon) + b")
public record BatchNorm(
        @Setting(about = "Share of a step's statistics in the running ones.", byDefault = "0.1", min = 0, max = 1, minExclusive = true) double momentum,
        @Setting(about = "Added to the variance.", byDefault = "1e-5", min = 0, max = 1e6, minExclusive = true) double epsilon,
        @Setting(about = "Whether a scale is learned for every channel.", byDefault = "true") boolean scale,
        @Setting(about = "Whether a shift is learned for every channel.", byDefault = "true") boolean shift,
        @Setting(about = "What draws the first scales; zeros start a residual branch at nothing.", byDefault = "{\"initializer\": \"constant\", \"value\": 1}") Initializer weight)
        implements Layer {
    @Override
    public Shape outputShape(List<Shape> inputs) {
        return inputs.get(0);
    }

    @Override
    public List<ParameterSpec> parameters(List<Shape> inputs) {
        int channels = inputs.get(0).columns();
        List<ParameterSpec> all = new ArrayList<>();
        if (scale) {
            all.add(new ParameterSpec("weight", Shape.of(channels), 1, 1, weight));
        }
        if (shift) {
            all.add(new ParameterSpec("bias", Shape.of(channels), 1, 1, new Zeros()));
        }
        return all;
    }

    @Override
    public List<StateSpec> states(List<Shape> inputs) {
        Shape channels = Shape.of(inputs.get(0).columns());
        return List.of(new StateSpec("running_mean", channels, 0), new StateSpec("running_var", channels, 1));
    }

    @Override
    public Kernel bind(Place place) {
        return new BatchStatistics(place, this);
    }
}
