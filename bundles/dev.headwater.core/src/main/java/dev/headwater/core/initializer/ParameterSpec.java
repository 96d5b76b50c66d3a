package dev.headwater.core.initializer;

import dev.headwater.core.tensor.Shape;

/**
 * A tensor that a layer learns.
 *
 * @param name its name within the layer, such as {@code weight}
 * @param shape its shape as stored and exchanged, PyTorch's layout
 * @param fanIn inputs that reach one unit, for the initializer
 * @param fanOut units that one input reaches, for the initializer
 * @param initializer what draws its first values
 */
public record ParameterSpec(String name, Shape shape, int fanIn, int fanOut, Initializer initializer) {
}
