package dev.headwater.core.initializer;

import dev.headwater.core.tensor.Shape;

/** Where things lie in the weights of a convolution: (outputs, inputs / groups, kernel…). */
final class Kernels {
    private Kernels() {
    }

    /** The index of the center of the kernel from an input channel to an output; for a matrix its element. */
    static int center(Shape shape, int out, int in) {
        int index = out * shape.extent(1) + in;
        for (int axis = 2; axis < shape.rank(); axis++) {
            index = index * shape.extent(axis) + (shape.extent(axis) - 1) / 2;
        }
        return index;
    }
}
