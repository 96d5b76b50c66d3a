package dev.headwater.ui.inspector;

import dev.headwater.launching.runs.HeatColumn;
import dev.headwater.launching.runs.HeatMap;
import java.util.List;

/**
 * A heat map as pixels, made off the UI thread.
 *
 * @param map what it shows
 * @param window what was to be painted
 * @param shape where everything stands in it
 * @param pixels four bytes a pixel, the last three red, green and blue, line by line; {@code null} if there are none
 */
record HeatPicture(HeatMap map, HeatWindow window, HeatShape shape, byte[] pixels) {
    private static final Texture[] TEXTURES = Texture.values();
    private static final int BYTES = 4;
    private static final int NOTHING = -1;
    /** More missing steps than this between two columns are marked. */
    private static final long GAP = 64;

    static HeatPicture paint(HeatMap map, boolean running, long steps, HeatWindow window) {
        HeatShape shape = HeatShape.of(map, running, steps, window);
        if (window.width() < 1 || window.height() < 1 || shape.rows() == 0) {
            return new HeatPicture(map, window, shape, null);
        }
        byte[] pixels = new byte[window.width() * window.height() * BYTES];
        fill(pixels, map, shape, window.background());
        return new HeatPicture(map, window, shape, pixels);
    }

    private static void fill(byte[] pixels, HeatMap map, HeatShape shape, int background) {
        int[] rowAt = new int[shape.height()];
        for (int y = 0; y < rowAt.length; y++) {
            rowAt[y] = shape.rowAt(y);
        }
        int[] cells = new int[shape.rows()];
        List<HeatColumn> columns = map.columns();
        long there = map.frames();
        int drawnFrom = -1;
        int drawnTo = -1;
        for (int x = 0; x < shape.width(); x++) {
            long frame = shape.frameAt(x);
            boolean empty = frame >= there;
            if (!empty) {
                int from = map.columnOf(frame);
                int to = map.columnOf(Math.min(there, Math.max(frame + 1, shape.frameAt(x + 1))) - 1);
                if (from != drawnFrom || to != drawnTo) {
                    empty = gap(columns, drawnTo, from);
                    classify(columns, from, to, rowAt, cells);
                    drawnFrom = from;
                    drawnTo = to;
                }
            }
            for (int y = 0; y < rowAt.length; y++) {
                put(pixels, y * shape.width() + x, empty ? background : color(cells[rowAt[y]], x, y, background));
            }
        }
    }

    /** Whether so many steps are missing before a column that its neighbor must not seem to touch it. */
    private static boolean gap(List<HeatColumn> columns, int before, int column) {
        return before >= 0 && column > before && columns.get(column).first() - columns.get(column - 1).last() > GAP;
    }

    /** What each visible row shows for some columns together: a color, nothing, or a texture. */
    private static void classify(List<HeatColumn> columns, int from, int to, int[] rowAt, int[] cells) {
        int done = -1;
        for (int row : rowAt) {
            if (row != done) {
                cells[row] = cell(columns, from, to, row);
                done = row;
            }
        }
    }

    private static int cell(List<HeatColumn> columns, int from, int to, int row) {
        double sum = 0;
        long positive = 0;
        boolean zeros = false;
        for (int i = from; i <= to; i++) {
            HeatColumn column = columns.get(i);
            if (column.nonFinite(row) > 0) {
                return texture(Texture.NOT_FINITE);
            }
            sum += column.mean(row) * column.positive(row);
            positive += column.positive(row);
            zeros |= column.zeros(row) > 0;
        }
        return positive > 0 ? ColorMap.index(sum / positive) : zeros ? texture(Texture.ZERO) : NOTHING;
    }

    private static int texture(Texture texture) {
        return ColorMap.SIZE + texture.ordinal();
    }

    private static int color(int cell, int x, int y, int background) {
        return cell == NOTHING ? background
                : cell < ColorMap.SIZE ? ColorMap.color(cell) : TEXTURES[cell - ColorMap.SIZE].color(x, y);
    }

    private static void put(byte[] pixels, int pixel, int color) {
        int at = pixel * BYTES;
        pixels[at + 1] = (byte) (color >> 16);
        pixels[at + 2] = (byte) (color >> 8);
        pixels[at + 3] = (byte) color;
    }
}
