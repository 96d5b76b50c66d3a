package dev.headwater.core.initializer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.tensor.Shape;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The identity times a gain, for the recurrent weights of an IRNN (Le, Jaitly and Hinton 2015): with ReLU a state then
 * stays as it is, and so does its gradient. A convolution gets 1 at the center of its kernel, so that it passes its
 * channels on. A matrix that is not square has 1 where row and column number agree.
 */
@Named(about = "the identity * gain: for recurrent weights of ReLU (IRNN); a convolution passes its input on")
public record Identity(
        @Setting(about = "Factor on the identity.", byDefault = "1", min = -1e30, max = 1e30) double gain)
        implements Initializer {
    /**
     * Draws nothing.
     *
     * @throws IllegalArgumentException if the parameter has fewer than two axes
     */
    @Override
    public void draw(float[] into, ParameterSpec spec, RandomGenerator random) {
        Shape shape = spec.shape();
        if (shape.rank() < 2) {
            throw new IllegalArgumentException("the initializer identity needs a matrix, but " + spec.name() + " is "
                    + shape + "; take zeros or constant");
        }
        Arrays.fill(into, 0f);
        for (int i = 0; i < Math.min(shape.extent(0), shape.extent(1)); i++) {
            into[Kernels.center(shape, i, i)] = (float) gain;
        }
    }
}
