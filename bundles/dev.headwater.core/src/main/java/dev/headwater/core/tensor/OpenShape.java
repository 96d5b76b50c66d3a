package dev.headwater.core.tensor;

import java.util.Arrays;

/** A shape of which one extent may be left open, written −1: {@code [-1, 4]} is as many rows of 4 as there are. */
public final class OpenShape {
    /** Stands for the extent that follows from the others. */
    public static final int OPEN = -1;

    private final int[] extents;

    private OpenShape(int[] extents) {
        this.extents = extents;
    }

    /**
     * The shape with these extents.
     *
     * @throws IllegalArgumentException as {@link Shape#of}, or if two are open
     */
    public static OpenShape of(int... extents) {
        long open = Arrays.stream(extents).filter(extent -> extent == OPEN).count();
        if (open > 1) {
            throw new IllegalArgumentException("one axis can be -1, for what is left; two cannot, was "
                    + Arrays.toString(extents));
        }
        if (Arrays.stream(extents).anyMatch(extent -> extent < 1 && extent != OPEN)) {
            throw new IllegalArgumentException("every axis must be at least 1, or one -1 for what is left, was "
                    + Arrays.toString(extents));
        }
        Shape.of(Arrays.stream(extents).map(Math::abs).toArray());
        return new OpenShape(extents.clone());
    }

    /** Whether an extent is open. */
    public boolean isOpen() {
        return Arrays.stream(extents).anyMatch(extent -> extent == OPEN);
    }

    /** The number of elements, if an open extent were 1. */
    public int least() {
        return Arrays.stream(extents).map(Math::abs).reduce(1, (a, b) -> a * b);
    }

    /** The shape of so many elements; {@code null} if it cannot have them. */
    public Shape filled(int size) {
        int left = size / least();
        return left * least() != size || left != 1 && !isOpen() ? null
                : Shape.of(Arrays.stream(extents).map(extent -> extent == OPEN ? left : extent).toArray());
    }

    /** A copy of the extents. */
    public int[] toArray() {
        return extents.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpenShape shape && Arrays.equals(extents, shape.extents);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(extents);
    }

    /** As files write it: {@code [-1, 4]}. */
    @Override
    public String toString() {
        return Arrays.toString(extents);
    }
}
