package dev.headwater.core.data;

import static dev.headwater.core.data.DataFiles.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.headwater.core.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PartsTest {
    private static Dataset rows(int rows, Part... parts) {
        float[] targets = new float[rows];
        targets[0] = 1;
        return new Dataset("the rows", Shape.of(1), Shape.of(1), new float[rows], targets, List.of("a", "b"),
                parts.length == 0 ? null : parts);
    }

    private static CountSplit counts(OptionalInt train, int validation, int test) {
        return new CountSplit(train, validation, test);
    }

    @Test
    void aFractionIsDrawnBySeedAndCoversEveryRowOnce() throws DataException {
        Parts parts = Parts.split(rows(1000), new FractionSplit(0.2, 0.1, true), 1);
        assertEquals(List.of(700, 200, 100),
                List.of(parts.train().size(), parts.validation().size(), parts.test().size()));
        int[] all = IntStream.of(parts.train().toArray()).toArray();
        int[] together = IntStream.concat(IntStream.of(all), IntStream.concat(
                IntStream.of(parts.validation().toArray()), IntStream.of(parts.test().toArray()))).sorted().toArray();
        assertArrayEquals(Rows.range(0, 1000).toArray(), together);
        assertArrayEquals(all, Parts.split(rows(1000), new FractionSplit(0.2, 0.1, true), 1).train().toArray());
        Parts others = Parts.split(rows(1000), new FractionSplit(0.2, 0.1, true), 2);
        assertFalse(Arrays.equals(all, others.train().toArray()));
        assertArrayEquals(IntStream.of(all).sorted().toArray(), all, "in the source's order");
    }

    @Test
    void theDrawingKeepsItsGoldenRows() throws DataException {
        Parts parts = Parts.split(rows(20), new FractionSplit(0.2, 0, true), 1);
        assertArrayEquals(new int[] {2, 6, 7, 10}, parts.validation().toArray());
    }

    @Test
    void withoutShufflingTheLastRowsValidate() throws DataException {
        Parts parts = Parts.split(rows(10), new FractionSplit(0.2, 0.1, false), 1);
        assertArrayEquals(new int[] {7, 8}, parts.validation().toArray());
        assertArrayEquals(new int[] {9}, parts.test().toArray());
    }

    @Test
    void countsTakeTheFirstAndTheLast() throws DataException {
        Parts parts = Parts.split(rows(10), counts(OptionalInt.of(3), 2, 1), 1);
        assertArrayEquals(new int[] {0, 1, 2}, parts.rows(Part.TRAIN).toArray());
        assertArrayEquals(new int[] {7, 8}, parts.rows(Part.VALIDATION).toArray());
        assertArrayEquals(new int[] {9}, parts.rows(Part.TEST).toArray());
        assertEquals(8, Parts.split(rows(10), counts(OptionalInt.empty(), 2, 0), 1).train().size());
    }

    @Test
    void unsaidIsTheColumnElseAFifth() throws DataException {
        Parts parts = Parts.split(rows(4, Part.VALIDATION, Part.TRAIN, Part.TEST, Part.TRAIN), new UnsaidSplit(), 1);
        assertArrayEquals(new int[] {1, 3}, parts.train().toArray());
        assertArrayEquals(new int[] {0}, parts.validation().toArray());
        assertArrayEquals(new int[] {2}, parts.test().toArray());
        assertEquals(2, Parts.split(rows(10), new UnsaidSplit(), 1).validation().size());
    }

    @Test
    void splitsThatCannotBeMadeAreRefusedWithTheirNumbers() {
        refused(() -> Parts.split(rows(10), counts(OptionalInt.of(8), 3, 0), 1), "8 + 3 = 11 rows", "has 10");
        refused(() -> Parts.split(rows(10), counts(OptionalInt.empty(), 10, 0), 1), "leaves 0 rows to train");
        refused(() -> Parts.split(rows(10), counts(OptionalInt.empty(), Integer.MAX_VALUE, Integer.MAX_VALUE), 1),
                "of the 10 there are");
        refused(() -> Parts.split(rows(2), new FractionSplit(0.2, 0, true), 1),
                "data.split.validation = 0.2 of 2 rows");
        refused(() -> Parts.split(rows(10), new FractionSplit(0.2, 0.04, true), 1), "data.split.test = 0.04");
        refused(() -> Parts.split(rows(1), new FractionSplit(0.6, 0, true), 1), "leaves none to train on");
        refused(() -> Parts.split(rows(9), new FractionSplit(0, 0, true), 1), "between 0 and 1");
        refused(() -> Parts.split(rows(9), new ColumnSplit("fold"), 1), "'fold'", "the rows has no columns");
        refused(() -> Parts.split(rows(2, Part.TRAIN, Part.TEST), new UnsaidSplit(), 1), "none of the 2 rows",
                "'validation'");
        refused(() -> Parts.split(rows(2, Part.TEST, Part.VALIDATION), new ColumnSplit("fold"), 1), "'fold'",
                "'train'");
        assertThrows(IllegalArgumentException.class, () -> new FractionSplit(0.5, 0.5, true));
    }
}
