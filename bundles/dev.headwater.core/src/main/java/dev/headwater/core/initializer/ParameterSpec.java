package dev.headwater.core.initializer;

import dev.headwater.core.tensor.Shape;

/**
 * A tensor that a layer computes with.
 *
 * @param name its name within the layer, such as {@code weight}
 * @param shape its shape as stored and exchanged, PyTorch's layout
 * @param fanIn inputs that reach one unit, for the initializer
 * @param fanOut units that one input reaches, for the initializer
 * @param initializer what draws its first values
 * @param trainable whether the optimizer changes it; the weights of a reservoir are drawn and stay
 * @param decays whether weight decay shrinks it; biases and scales are left alone
 * @param gain what the layer's activation asks its weights to be multiplied by; 1 where there is none. Initializers use
 *            it only where their settings say so
 */
public record ParameterSpec(String name, Shape shape, int fanIn, int fanOut, Initializer initializer,
        boolean trainable, boolean decays, double gain) {
    /** One of gain 1. */
    public ParameterSpec(String name, Shape shape, int fanIn, int fanOut, Initializer initializer, boolean trainable,
            boolean decays) {
        this(name, shape, fanIn, fanOut, initializer, trainable, decays, 1);
    }

    /** One that is trained, and decays if it has at least two axes. */
    public ParameterSpec(String name, Shape shape, int fanIn, int fanOut, Initializer initializer) {
        this(name, shape, fanIn, fanOut, initializer, true, shape.rank() > 1);
    }

    /** The same before an activation that asks for this gain. */
    public ParameterSpec withGain(double asked) {
        return new ParameterSpec(name, shape, fanIn, fanOut, initializer, trainable, decays, asked);
    }
}
