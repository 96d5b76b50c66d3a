package dev.headwater.core.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class OpenShapeTest {
    @Test
    void theOpenExtentIsWhatIsLeft() {
        assertEquals(Shape.of(3, 2, 4), OpenShape.of(3, -1, 4).filled(24));
        assertEquals(Shape.of(7), OpenShape.of(-1).filled(7));
        assertEquals(Shape.of(1, 5), OpenShape.of(-1, 5).filled(5));
        assertEquals(Shape.of(2, 3), OpenShape.of(2, 3).filled(6));
        assertNull(OpenShape.of(5, -1).filled(24));
        assertNull(OpenShape.of(2, 3).filled(12));
    }

    private static void refused(String message, int... extents) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, () -> OpenShape.of(extents)).getMessage());
    }

    @Test
    void onlyOneExtentIsOpen() {
        refused("one axis can be -1, for what is left; two cannot, was [-1, 2, -1]", -1, 2, -1);
        refused("every axis must be at least 1, or one -1 for what is left, was [0, -1]", 0, -1);
        refused("every axis must be at least 1, or one -1 for what is left, was [-2]", -2);
        refused("the shape [65536, 65536, 1] has more than 2147483647 elements", 65536, 65536, -1);
    }

    @Test
    void equalExtentsAreEqual() {
        assertEquals(OpenShape.of(2, -1), OpenShape.of(2, -1));
        assertEquals(OpenShape.of(2, -1).hashCode(), OpenShape.of(2, -1).hashCode());
        assertNotEquals(OpenShape.of(2, -1), OpenShape.of(-1, 2));
        assertEquals("[2, -1]", OpenShape.of(2, -1).toString());
    }
}
