package dev.headwater.core.layer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.ShapeMismatch;
import dev.headwater.core.tensor.Tensor;
import java.util.List;

/**
 * Waves that tell places of a sequence apart, y[t, 2i] = x[t, 2i] + sin(t / baseᵏ) and y[t, 2i+1] = x[t, 2i+1] +
 * cos(t / baseᵏ) with k = 2i / features (Vaswani et al. 2017); {@code [time, features]}, t from 0. Backward: dx = dy.
 */
@InFamily(LayerFamily.ATTENTION)
@Named(about = "adds sines and cosines of the place in the sequence: sin(t / base^(2i / features))")
public record PositionalEncoding(
        @Setting(about = "What the longest wave is made of: its length is 2 pi times this.", byDefault = "10000", min = 1, minExclusive = true) double base)
        implements Layer {
    @Override
    public Shape outputShape(List<Shape> inputs) {
        if (inputs.get(0).rank() != 2) {
            throw new ShapeMismatch("PositionalEncoding needs [time, features], input is " + inputs.get(0));
        }
        return inputs.get(0);
    }

    @Override
    public Kernel bind(Place place) {
        Shape shape = place.output().shape();
        float[] waves = waves(shape.extent(0), shape.extent(1));
        Sweep forward = place.each((w, r, example) -> Tiles.add(r[0], waves, w[0], waves.length),
                new Tensor[] {place.output()}, place.input(0));
        return Kernels.of(forward, Kernels.copyBack(place));
    }

    /** Row-major (time, features). StrictMath, because the last bit of the JDK's sine may differ between machines. */
    private float[] waves(int steps, int features) {
        float[] waves = new float[steps * features];
        for (int i = 0; i < features; i++) {
            double frequency = StrictMath.pow(base, -(i - i % 2) / (double) features);
            for (int t = 0; t < steps; t++) {
                double angle = t * frequency;
                waves[t * features + i] = (float) (i % 2 == 0 ? StrictMath.sin(angle) : StrictMath.cos(angle));
            }
        }
        return waves;
    }
}
