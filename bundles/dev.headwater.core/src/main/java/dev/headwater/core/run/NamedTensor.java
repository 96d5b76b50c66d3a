package dev.headwater.core.run;

import dev.headwater.core.tensor.Shape;
import java.nio.FloatBuffer;

/**
 * A tensor on its way into a file.
 *
 * @param name its name there
 * @param shape its shape
 * @param values its values, row-major, from index 0 to the shape's size; position and limit do not matter
 */
public record NamedTensor(String name, Shape shape, FloatBuffer values) {
    /**
     * Checks that the values suffice.
     *
     * @throws IllegalArgumentException if they do not
     */
    public NamedTensor {
        if (values.capacity() < shape.size()) {
            throw new IllegalArgumentException("the tensor " + name + " of shape " + shape + " has only "
                    + values.capacity() + " values");
        }
    }

    /** A tensor whose values are a part of an array. */
    public static NamedTensor of(String name, Shape shape, float[] array, int offset) {
        return new NamedTensor(name, shape, FloatBuffer.wrap(array, offset, shape.size()).slice());
    }

    /** The name of a parameter of a node. */
    public static String parameter(String node, String parameter) {
        return node + "/" + parameter;
    }

    /** The name of what an optimizer keeps about a parameter. */
    public static String slot(String slot, String node, String parameter) {
        return "optimizer." + slot + "/" + node + "/" + parameter;
    }

    /** The name of a layer's running statistic. */
    public static String state(String node, String state) {
        return "state/" + node + "/" + state;
    }
}
