package dev.headwater.core.tensor;

import java.util.Arrays;

/** The extents of one example or one parameter, without the batch: {@code [2]}, {@code [28, 28, 1]}. Immutable. */
public final class Shape {
    /** No layer of this product has tensors of more axes; files that claim more are refused. */
    public static final int MAX_RANK = 8;

    private final int[] extents;

    private Shape(int[] extents) {
        this.extents = extents;
    }

    /**
     * The shape with these extents.
     *
     * @throws IllegalArgumentException if there are more than {@value #MAX_RANK} axes, one is below 1, or the number of
     *             elements exceeds an {@code int}
     */
    public static Shape of(int... extents) {
        if (extents.length > MAX_RANK) {
            throw new IllegalArgumentException("a shape has at most " + MAX_RANK + " axes, was " + extents.length);
        }
        long size = 1;
        for (int extent : extents) {
            if (extent < 1) {
                throw new IllegalArgumentException(
                        "every axis of a shape must be at least 1, was " + Arrays.toString(extents));
            }
            size *= extent;
            if (size > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("the shape " + Arrays.toString(extents)
                        + " has more than 2147483647 elements");
            }
        }
        return new Shape(extents.clone());
    }

    /** The number of axes; 0 for a scalar. */
    public int rank() {
        return extents.length;
    }

    /** The extent of an axis; negative indices count from the end, so {@code extent(-1)} is the last. */
    public int extent(int axis) {
        return extents[axis < 0 ? extents.length + axis : axis];
    }

    /** The last extent, 1 for a scalar: the columns of the tensor seen as a matrix. */
    public int columns() {
        return extents.length == 0 ? 1 : extents[extents.length - 1];
    }

    /** The number of elements. */
    public int size() {
        int size = 1;
        for (int extent : extents) {
            size *= extent;
        }
        return size;
    }

    /** This shape with another last extent. */
    public Shape withColumns(int columns) {
        int[] changed = extents.length == 0 ? new int[1] : extents.clone();
        changed[changed.length - 1] = columns;
        return of(changed);
    }

    /** A copy of the extents. */
    public int[] toArray() {
        return extents.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && Arrays.equals(extents, shape.extents);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(extents);
    }

    /** As users read and write it: {@code [28, 28, 1]}. */
    @Override
    public String toString() {
        return Arrays.toString(extents);
    }
}
