package dev.headwater.core.engine;

import dev.headwater.core.layer.Pass;
import dev.headwater.core.tensor.Tensor;

/**
 * What denoising autoencoders read in the place of an output x: while one of them is trained, values of x are replaced by
 * 0 by chance, at other times it is x itself. Backward the gradient is 0 at the same values.
 */
final class Corruption {
    private final Tensor clean;
    private final Tensor corrupted;
    private final NoiseSource noise;
    private final float[] values;
    private final float[] drawn;
    private double share;

    Corruption(Tensor clean, Tensor corrupted, NoiseSource noise) {
        this.clean = clean;
        this.corrupted = corrupted;
        this.noise = noise;
        values = new float[clean.shape().size()];
        drawn = new float[values.length];
    }

    /** From now on replaces this share of the values. */
    void share(double newShare) {
        share = newShare;
    }

    /** What is read. */
    Tensor tensor() {
        return corrupted;
    }

    /** Makes what is read of this trip's output. */
    void forward(Pass pass) {
        boolean spoils = share > 0 && pass.training();
        noise.at(pass);
        for (int example = 0; example < pass.rows(); example++) {
            int from = example * values.length;
            clean.data().get(from, values, 0, values.length);
            if (spoils) {
                spoil(example);
            }
            corrupted.data().put(from, values, 0, values.length);
        }
    }

    /** Makes of the gradient of what was read that of the output. */
    void backward(Pass pass, Tensor gradient) {
        for (int example = 0; share > 0 && example < pass.rows(); example++) {
            int from = example * values.length;
            gradient.data().get(from, values, 0, values.length);
            spoil(example);
            gradient.data().put(from, values, 0, values.length);
        }
    }

    private void spoil(int example) {
        noise.uniform(example, drawn, values.length);
        for (int i = 0; i < values.length; i++) {
            values[i] = drawn[i] < share ? 0 : values[i];
        }
    }
}
