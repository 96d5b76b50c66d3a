package dev.headwater.core.layer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.List;

/**
 * Dropout for SELU networks (Klambauer et al. 2017): while training y = a (x m + α' (1 − m)) + b with m = 0 at
 * probability rate and else 1, where α' = −λα is SELU's lower limit, a = (q + α'² q (1 − q))^−½ with q = 1 − rate, and
 * b = −a (1 − q) α': inputs of mean 0 and variance 1 keep both. y = x in evaluation. Backward: dx = a m ⊙ dy.
 */
@InFamily(LayerFamily.REGULARIZATION)
@Named(about = "dropout that keeps mean 0 and variance 1: values become SELU's lower limit, then all are rescaled")
public record AlphaDropout(
        @Setting(about = "Share of values left out.", byDefault = "0.1", min = 0, max = 1, maxExclusive = true) double rate)
        implements Layer {
    private static final double LIMIT = -1.7580993408473766;

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return inputs.get(0);
    }

    @Override
    public Kernel bind(Place place) {
        Tensor mask = place.scratch("mask", place.output().shape());
        int size = mask.shape().size();
        Noise noise = place.noise("dropout");
        double a = 1 / Math.sqrt((1 - rate) * (1 + LIMIT * LIMIT * rate));
        float scale = (float) a;
        float kept = (float) (-a * rate * LIMIT);
        float left = (float) (a * LIMIT - a * rate * LIMIT);
        Sweep drop = place.each((w, r, example) -> {
            float[] m = w[1];
            float[] y = w[0];
            float[] x = r[0];
            noise.uniform(example, m, size);
            for (int i = 0; i < size; i++) {
                boolean out = m[i] < rate;
                m[i] = out ? 0 : scale;
                y[i] = m[i] * x[i] + (out ? left : kept);
            }
        }, new Tensor[] {place.output(), mask}, place.input(0));
        return Kernels.noisy(place, noise, drop, Kernels.masked(place, mask));
    }
}
