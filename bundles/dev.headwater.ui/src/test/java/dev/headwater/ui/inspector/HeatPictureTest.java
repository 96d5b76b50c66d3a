package dev.headwater.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.telemetry.LayerRow;
import dev.headwater.core.tensor.Shape;
import dev.headwater.launching.runs.HeatColumns;
import dev.headwater.launching.runs.HeatMap;
import dev.headwater.launching.runs.Quantity;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeatPictureTest {
    private static final int PAPER = 0xABCDEF;

    private static HeatMap map(int rows, double[]... frames) {
        List<LayerRow> layers = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            layers.add(new LayerRow("layer" + row, "Dense", row, Shape.of(1), List.of(), LayerRow.At.OUTPUT));
        }
        HeatColumns columns = new HeatColumns(rows);
        for (int step = 0; step < frames.length; step++) {
            columns.add(step, step, frames[step]);
        }
        return new HeatMap(Quantity.PARAMETER_GRADIENT, layers, columns.columns(), columns.framesPerColumn(),
                List.of());
    }

    private static HeatWindow window(int width, int height) {
        return new HeatWindow(width, height, 1, 0, PAPER);
    }

    private static int pixel(HeatPicture picture, int x, int y) {
        return ByteBuffer.wrap(picture.pixels()).getInt(4 * (y * picture.window().width() + x)) & 0xFFFFFF;
    }

    @Test
    void everyCellHasTheColorOfItsValue() {
        HeatMap map = map(2, new double[] {1e-8, 1}, new double[] {1e-4, 1e-2});
        HeatPicture picture = HeatPicture.paint(map, false, -1, window(40, 20));
        assertEquals(ColorMap.color(0), pixel(picture, 5, 5));
        assertEquals(ColorMap.color(ColorMap.SIZE - 1), pixel(picture, 5, 15));
        assertEquals(ColorMap.color(ColorMap.index(-4)), pixel(picture, 35, 5));
        assertEquals(ColorMap.color(ColorMap.index(-2)), pixel(picture, 35, 15));
    }

    @Test
    void zeroNotFiniteAndUnrecordedLookUnlikeAnyValue() {
        HeatMap map = map(3, new double[] {0, Double.NaN, -1});
        HeatPicture picture = HeatPicture.paint(map, false, -1, window(12, 36));
        assertEquals(Texture.ZERO.color(1, 2), pixel(picture, 1, 2));
        assertEquals(Texture.NOT_FINITE.color(3, 18), pixel(picture, 3, 18));
        assertEquals(PAPER, pixel(picture, 3, 30));
    }

    @Test
    void aPixelThatStandsForSeveralStepsShowsOneThatIsNotFinite() {
        double[][] frames = new double[100][];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = new double[] {i == 57 ? Double.POSITIVE_INFINITY : 1e-3};
        }
        HeatPicture picture = HeatPicture.paint(map(1, frames), false, -1, window(10, 4));
        for (int x = 0; x < 10; x++) {
            int expected = x == 5 ? Texture.NOT_FINITE.color(x, 1) : ColorMap.color(ColorMap.index(-3));
            assertEquals(expected, pixel(picture, x, 1), "x = " + x);
        }
    }

    @Test
    void aRunningRunFillsFromTheLeftAndAnEndedOneIsFull() {
        HeatMap map = map(1, new double[][] {{1e-3}, {1e-3}, {1e-3}, {1e-3}, {1e-3}, {1e-3}, {1e-3}, {1e-3}});
        HeatPicture running = HeatPicture.paint(map, true, 16, window(160, 4));
        assertEquals(16, running.shape().frames());
        assertEquals(ColorMap.color(ColorMap.index(-3)), pixel(running, 79, 1));
        assertEquals(PAPER, pixel(running, 80, 1));
        HeatPicture ended = HeatPicture.paint(map, false, 16, window(160, 4));
        assertEquals(ColorMap.color(ColorMap.index(-3)), pixel(ended, 159, 1));
    }

    @Test
    void aThousandRowsFitIntoFewerPixelsAndCanBeMagnified() {
        double[] frame = new double[1000];
        Arrays.fill(frame, 1e-8);
        frame[999] = 1;
        HeatMap map = map(1000, frame);
        HeatPicture fit = HeatPicture.paint(map, false, -1, window(5, 100));
        assertEquals(ColorMap.color(0), pixel(fit, 2, 0));
        HeatPicture bottom = HeatPicture.paint(map, false, -1, new HeatWindow(5, 100, 64, 6300, PAPER));
        assertEquals(ColorMap.color(ColorMap.SIZE - 1), pixel(bottom, 2, 99));
        assertEquals(999, bottom.shape().rowAt(99));
        assertTrue(bottom.shape().y(999) > 0);
    }

    @Test
    void nothingIsPaintedWhereThereIsNoRoom() {
        assertNull(HeatPicture.paint(map(1, new double[] {1}), false, -1, HeatWindow.NONE).pixels());
    }
}
