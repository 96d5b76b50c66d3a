package dev.headwater.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OrderedBatchesTest {
    private static Dataset numbered(int rows) {
        float[] numbers = new float[rows];
        for (int i = 0; i < rows; i++) {
            numbers[i] = i;
        }
        return new Dataset("test", Shape.of(1), Shape.of(1), numbers, numbers.clone(), List.of(), null);
    }

    @Test
    void allRowsComeInOrderAndTheLastBatchIsShort() {
        OrderedBatches batches = new OrderedBatches(numbered(10), Rows.of(9, 3, 4, 5, 6), 2);
        assertEquals(3, batches.count());
        assertEquals(5, batches.rows());
        assertEquals(9f, batches.get(0).inputs()[0]);
        assertEquals(3f, batches.get(0).targets()[1]);
        assertFalse(batches.get(1).lastOfEpoch());
        Batch last = batches.get(2);
        assertEquals(1, last.rows());
        assertEquals(6f, last.inputs()[0]);
        assertTrue(last.lastOfEpoch());
        assertEquals(9f, batches.get(0).inputs()[0], "again from the start");
    }

    @Test
    void anEmptyPartHasNoBatch() {
        OrderedBatches none = new OrderedBatches(numbered(3), Rows.of(), 32);
        assertEquals(0, none.count());
        assertThrows(IndexOutOfBoundsException.class, () -> none.get(0));
    }

    @Test
    void batchesOfNothingAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new OrderedBatches(numbered(3), Rows.range(0, 3), 0));
    }
}
