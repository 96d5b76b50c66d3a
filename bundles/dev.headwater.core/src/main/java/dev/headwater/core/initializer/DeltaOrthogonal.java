package dev.headwater.core.initializer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.tensor.Shape;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A convolution that is a random orthogonal matrix at the center of its kernel and 0 elsewhere (Xiao et al. 2018): it
 * keeps the norm of what goes through it, which let tanh networks of 10,000 layers train. A matrix becomes orthogonal.
 */
@Named(about = "conv kernels: random orthogonal matrix * gain at the center, 0 elsewhere")
public record DeltaOrthogonal(
        @Setting(about = "Factor on the matrix.", byDefault = "1", min = 0, minExclusive = true) double gain,
        @Setting(about = "Whether the layer's activation adds its own gain, such as 1.41 for ReLU.", byDefault = "false") boolean activationGain)
        implements Initializer {
    /**
     * Draws the center.
     *
     * @throws IllegalArgumentException if the parameter has fewer than two axes, or more inputs than outputs
     */
    @Override
    public void draw(float[] into, ParameterSpec spec, RandomGenerator random) {
        Shape shape = spec.shape();
        if (shape.rank() < 2 || shape.extent(1) > shape.extent(0)) {
            throw new IllegalArgumentException("the initializer delta-orthogonal needs at least as many outputs as"
                    + " inputs, but " + spec.name() + " is " + shape
                    + "; give the layer more outputs, or take orthogonal");
        }
        int inputs = shape.extent(1);
        float[] matrix = new float[shape.extent(0) * inputs];
        Orthogonal.matrix(matrix, shape.extent(0), gain * (activationGain ? spec.gain() : 1), random);
        Arrays.fill(into, 0f);
        for (int i = 0; i < matrix.length; i++) {
            into[Kernels.center(shape, i / inputs, i % inputs)] = matrix[i];
        }
    }
}
