package dev.headwater.core.layer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.List;

/**
 * Values left out at random (Srivastava et al. 2014): while training y = x ⊙ m, where each m is 0 with probability rate
 * and else 1 / (1 − rate), so that the mean stays; y = x in evaluation. Backward: dx = dy ⊙ m. The mask depends on
 * seed, node, step and place alone.
 */
@InFamily(LayerFamily.REGULARIZATION)
@Named(about = "while training, each value becomes 0 with probability rate and else x / (1 - rate)")
public record Dropout(
        @Setting(about = "Share of values left out.", byDefault = "0.5", min = 0, max = 1, maxExclusive = true) double rate)
        implements Layer {
    @Override
    public Shape outputShape(List<Shape> inputs) {
        return inputs.get(0);
    }

    @Override
    public Kernel bind(Place place) {
        Tensor mask = place.scratch("mask", place.output().shape());
        int size = mask.shape().size();
        Noise noise = place.noise("dropout");
        float scale = (float) (1 / (1 - rate));
        Sweep drop = place.each((w, r, example) -> {
            float[] m = w[1];
            noise.uniform(example, m, size);
            for (int i = 0; i < size; i++) {
                m[i] = m[i] < rate ? 0 : scale;
            }
            Tiles.multiply(r[0], m, w[0], size);
        }, new Tensor[] {place.output(), mask}, place.input(0));
        return Kernels.noisy(place, noise, drop, Kernels.masked(place, mask));
    }
}
