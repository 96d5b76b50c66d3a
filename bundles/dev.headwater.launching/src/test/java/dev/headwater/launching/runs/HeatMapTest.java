package dev.headwater.launching.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeatMapTest {
    private static HeatMap map(int frames, long gap) {
        HeatColumns columns = new HeatColumns(1);
        for (int frame = 0; frame < frames; frame++) {
            long step = frame < frames / 2 ? frame : frame + gap;
            columns.add(step, step, new double[] {1});
        }
        return new HeatMap(Quantity.PARAMETER_GRADIENT, List.of(), columns.columns(), columns.framesPerColumn(),
                List.of());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 2048, 5000, 50_001})
    void everyStepIsFoundAgain(int frames) {
        HeatMap map = map(frames, 0);
        assertEquals(frames, map.frames());
        for (long step = 0; step < frames; step++) {
            assertEquals(step, map.frameOf(step));
            assertEquals(step, map.stepOf(step));
        }
    }

    @Test
    void stepsBehindAGapAreFoundAndThoseWithinItLeadToTheOneBefore() {
        HeatMap map = map(100, 10_000);
        assertEquals(49, map.frameOf(49));
        assertEquals(50, map.frameOf(10_050));
        assertEquals(49, map.frameOf(5000));
        assertEquals(10_099, map.stepOf(99));
    }
}
