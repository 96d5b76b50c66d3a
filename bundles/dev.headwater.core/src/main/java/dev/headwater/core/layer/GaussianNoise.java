package dev.headwater.core.layer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.List;

/**
 * Noise added to every value (Bishop 1995): while training y = x + deviation · n with n normal of mean 0 and variance
 * 1; y = x in evaluation. Backward: dx = dy. The noise depends on seed, node, step and place alone.
 */
@InFamily(LayerFamily.REGULARIZATION)
@Named(about = "while training, adds normal noise of mean 0: y = x + deviation * n")
public record GaussianNoise(
        @Setting(about = "Standard deviation of the noise.", byDefault = "0.1", min = 0, max = Float.MAX_VALUE) double deviation)
        implements Layer {
    @Override
    public Shape outputShape(List<Shape> inputs) {
        return inputs.get(0);
    }

    @Override
    public Kernel bind(Place place) {
        int size = place.output().shape().size();
        Noise noise = place.noise("noise");
        float deviate = (float) deviation;
        Sweep disturb = place.each((w, r, example) -> {
            float[] y = w[0];
            float[] x = r[0];
            noise.normal(example, y, size);
            for (int i = 0; i < size; i++) {
                y[i] = x[i] + deviate * y[i];
            }
        }, new Tensor[] {place.output()}, place.input(0));
        return Kernels.noisy(place, noise, disturb, Kernels.copyBack(place));
    }
}
