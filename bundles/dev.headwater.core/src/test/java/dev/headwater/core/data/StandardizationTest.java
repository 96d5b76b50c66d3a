package dev.headwater.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.headwater.core.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StandardizationTest {
    private static Dataset data(Shape shape, float... inputs) {
        float[] targets = new float[inputs.length / shape.size()];
        return new Dataset("test", shape, Shape.of(1), inputs, targets, List.of(), null);
    }

    @Test
    void featuresAreScaledByTheTrainingRowsAlone() {
        Dataset data = data(Shape.of(2), 1, 10, 3, 30, 1000, -5);
        Standardization fitted = Standardization.fit(data, Rows.of(0, 1));
        assertEquals(new Standardization(List.of(2.0, 20.0), List.of(1.0, 10.0)), fitted);
        assertArrayEquals(new float[] {-1, -1, 1, 1, 998, -2.5f}, fitted.apply(data).inputs());
        assertArrayEquals(new float[] {1, 10, 3, 30, 1000, -5}, data.inputs(), "the data given stay as they were");
    }

    @Test
    void imagesAreScaledByChannel() {
        Dataset data = data(Shape.of(1, 2, 2), 0, 5, 2, 5, 4, 5, 6, 9);
        Standardization fitted = Standardization.fit(data, Rows.range(0, 2));
        assertEquals(List.of(3.0, 6.0), fitted.mean());
        assertEquals(Math.sqrt(5), fitted.deviation().get(0), 1e-15);
        assertEquals(Math.sqrt(3), fitted.deviation().get(1), 1e-15);
        assertEquals((float) (1 / Math.sqrt(5)), fitted.apply(data).input(1, 0));
    }

    @Test
    void constantsBecomeZeroWithDeviationOne() {
        float[] tenths = new float[1000];
        Arrays.fill(tenths, 0.1f); // whose mean, summed up, is not quite 0.1
        Dataset data = data(Shape.of(1), tenths);
        Standardization fitted = Standardization.fit(data, Rows.range(0, 1000));
        assertEquals(List.of(1.0), fitted.deviation());
        assertArrayEquals(new float[1000], fitted.apply(data).inputs());
    }

    @Test
    void largeOffsetsDoNotDrownTheDeviation() {
        Dataset data = data(Shape.of(1), 1e7f, 1e7f + 1, 1e7f + 2, 1e7f + 3);
        assertEquals(Math.sqrt(1.25), Standardization.fit(data, Rows.range(0, 4)).deviation().get(0), 1e-12);
    }

    @Test
    void valuesThatDoNotFitAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Standardization(List.of(1.0), List.of(0.0)));
        assertThrows(IllegalArgumentException.class, () -> new Standardization(List.of(1.0), List.of()));
        assertThrows(IllegalArgumentException.class,
                () -> new Standardization(List.of(1.0), List.of(1.0)).apply(data(Shape.of(2), 1, 2)));
    }
}
