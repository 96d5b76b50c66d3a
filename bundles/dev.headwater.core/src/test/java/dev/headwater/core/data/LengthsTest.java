package dev.headwater.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LengthsTest {
    /** Three sequences of two features and at most three steps; of row i, i + 1 steps count. */
    private static Dataset sequences() {
        return equal().withLengths(new int[] {1, 2, 3});
    }

    private static Dataset equal() {
        return new Dataset("the rows", Shape.of(3, 2), Shape.of(3, 1), new float[] {1, 10, 0, 0, 0, 0, //
                2, 20, 3, 40, 0, 0, 4, 40, 5, 50, 6, 60}, new float[9], List.of(), null);
    }

    @Test
    void aRowTellsHowManyOfItsStepsCount() {
        assertEquals(2, sequences().length(1));
        assertTrue(sequences().hasLengths());
        assertEquals(3, equal().length(0), "all where nothing is said");
        assertFalse(equal().hasLengths());
        assertEquals(1, new Dataset("", Shape.of(4), Shape.of(1), new float[4], new float[1], List.of(), null)
                .length(0));
    }

    @Test
    void lengthsThatCannotBeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> equal().withLengths(new int[] {1, 2}));
        assertThrows(IllegalArgumentException.class, () -> equal().withLengths(new int[] {0, 2, 3}));
        assertThrows(IllegalArgumentException.class, () -> equal().withLengths(new int[] {1, 2, 4}));
        Dataset rows = new Dataset("", Shape.of(1), Shape.of(1), new float[1], new float[1], List.of(), null);
        assertThrows(IllegalArgumentException.class, () -> rows.withLengths(new int[] {1}));
    }

    @Test
    void theHashCoversThem() {
        assertNotEquals(equal().hash(), sequences().hash());
        assertNotEquals(equal().withLengths(new int[] {1, 2, 2}).hash(), sequences().hash());
        assertEquals(sequences().hash(), sequences().hash());
    }

    @Test
    void batchesCarryThoseOfTheirRows() throws DataException {
        Batch batch = new OrderedBatches(sequences(), Rows.of(2, 0), 2).get(0);
        assertArrayEquals(new int[] {3, 1}, batch.lengths());
        assertEquals(4f, batch.inputs()[0]);
        assertNull(new OrderedBatches(equal(), Rows.of(2, 0), 2).get(0).lengths());
        try (Batches batches = new Batches(sequences(), Rows.of(1, 2), 2, false, 1, 0, 0)) {
            assertArrayEquals(new int[] {2, 3}, batches.next().lengths());
        }
        try (Batches batches = new Batches(equal(), Rows.of(1, 2), 2, false, 1, 0, 0)) {
            assertNull(batches.next().lengths());
        }
    }

    @Test
    void shufflingKeepsThemWithTheirRows() throws DataException {
        float[] inputs = new float[200 * 3];
        int[] lengths = new int[200];
        for (int row = 0; row < 200; row++) {
            lengths[row] = 1 + row % 3;
            Arrays.fill(inputs, row * 3, row * 3 + 3, lengths[row]);
        }
        Dataset data = new Dataset("", Shape.of(3, 1), Shape.of(1), inputs, new float[200], List.of(), null)
                .withLengths(lengths);
        try (Batches batches = new Batches(data, Rows.range(0, 200), 50, true, 1, 0, 0)) {
            for (int i = 0; i < 4; i++) {
                Batch batch = batches.next();
                for (int row = 0; row < batch.rows(); row++) {
                    assertEquals(batch.inputs()[row * 3], batch.lengths()[row]);
                }
                batches.release(batch);
            }
        }
    }

    @Test
    void onlyStepsThatCountAreMeasuredAndScaled() {
        Standardization fitted = Standardization.fit(sequences(), Rows.of(0, 1));
        assertEquals(List.of(2.0, 70.0 / 3), fitted.mean());
        assertEquals(Math.sqrt(2.0 / 3), fitted.deviation().get(0), 1e-15);
        float[] scaled = fitted.apply(sequences()).inputs();
        assertEquals((float) (-1 / Math.sqrt(2.0 / 3)), scaled[0]);
        assertArrayEquals(new float[] {0, 0, 0, 0}, Arrays.copyOfRange(scaled, 2, 6), "padding stays zero");
        assertTrue(fitted.apply(sequences()).hasLengths());
    }

    @Test
    void classesOfAnotherRunKeepThem() throws DataException {
        Dataset classes = new Dataset("", Shape.of(2, 1), Shape.of(2, 1), new float[4], new float[] {0, 1, 1, 0}, List
                .of("a", "b"), null).withLengths(new int[] {1, 2});
        Dataset renumbered = classes.withClasses(List.of("b", "a"));
        assertEquals(2, renumbered.length(1));
        assertEquals(0f, renumbered.target(0, 1));
    }
}
