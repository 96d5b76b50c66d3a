package dev.headwater.launching.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeatColumnsTest {
    private static HeatColumns filled(int frames) {
        HeatColumns columns = new HeatColumns(1);
        for (int frame = 0; frame < frames; frame++) {
            // Values 10^0, 10^1, …: their logarithms are the frame's number.
            columns.add(frame, frame, new double[] {Math.pow(10, frame % 200)});
        }
        return columns;
    }

    @Test
    void everyFrameHasItsColumnWhileThereIsRoom() {
        List<HeatColumn> columns = filled(100).columns();
        assertEquals(100, columns.size());
        for (int i = 0; i < columns.size(); i++) {
            assertEquals(i, columns.get(i).first());
            assertEquals(i, columns.get(i).mean(0), 1e-12);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2048, 2049, 4096, 4097, 10_000, 100_000, 1_000_003})
    void aRunOfAnyLengthStaysWithinTheCapacityAndLosesNoFrame(int frames) {
        HeatColumns columns = filled(frames);
        List<HeatColumn> all = columns.columns();
        assertTrue(all.size() <= HeatColumns.MOST_COLUMNS, () -> all.size() + " columns");
        long next = 0;
        long sum = 0;
        for (HeatColumn column : all) {
            assertEquals(next, column.first());
            assertEquals(column.last() - column.first() + 1, column.frames());
            assertTrue(column == all.getLast() || column.frames() == columns.framesPerColumn());
            next = column.last() + 1;
            sum += Math.round(column.mean(0) * column.frames());
        }
        assertEquals(frames, next);
        long whole = frames / 200;
        long rest = frames % 200;
        assertEquals(whole * (199 * 200 / 2) + rest * (rest - 1) / 2, sum);
    }

    @Test
    void aMergedColumnHasTheMeanAndTheBoundsOfAllItsFrames() {
        // 3,000 frames: two in a column. Frames 2n and 2n+1 have the logarithms k and k+1.
        List<HeatColumn> columns = filled(3000).columns();
        assertEquals(1500, columns.size());
        for (int i = 0; i < columns.size(); i++) {
            int k = 2 * i % 200;
            assertEquals(k + 0.5, columns.get(i).mean(0), 1e-9);
            assertEquals(k, columns.get(i).min(0), 1e-4);
            assertEquals(k + 1, columns.get(i).max(0), 1e-4);
        }
    }

    @Test
    void zerosNonFiniteAndUnrecordedValuesAreCountedAndChangeNoMean() {
        HeatColumn column = HeatColumn.of(0, 0, new double[] {1e-3}).and(HeatColumn.of(1, 1, new double[] {0}))
                .and(HeatColumn.of(2, 2, new double[] {Double.NaN}))
                .and(HeatColumn.of(3, 3, new double[] {Double.POSITIVE_INFINITY}))
                .and(HeatColumn.of(4, 4, new double[] {QuantityRows.NOTHING}))
                .and(HeatColumn.of(5, 5, new double[] {1e-5}));
        assertEquals(-4, column.mean(0), 1e-12);
        assertEquals(2, column.positive(0));
        assertEquals(1, column.zeros(0));
        assertEquals(2, column.nonFinite(0));
        assertEquals(6, column.frames());
    }

    @Test
    void theSmallestDoublesAreNotZero() {
        HeatColumn column = HeatColumn.of(0, 0, new double[] {Double.MIN_VALUE});
        assertEquals(0, column.zeros(0));
        assertEquals(Math.log10(Double.MIN_VALUE), column.mean(0));
    }

    @Test
    void aThousandRowsGetFewerColumns() {
        int capacity = new HeatColumns(1000).capacity();
        assertEquals(1024, capacity);
        assertEquals(256, new HeatColumns(1_000_000).capacity());
    }
}
