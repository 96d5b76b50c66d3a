package dev.headwater.launching.runs;

import java.util.ArrayList;
import java.util.List;

/**
 * Grows a heat map frame by frame within bounded memory: when all columns are taken, each two neighbors become one and
 * later columns take twice as many frames. So every column but the last is made of the same number of frames, a power
 * of two, whatever the length of the run.
 */
public final class HeatColumns {
    /** No map has more columns. */
    public static final int MOST_COLUMNS = 2048;
    private static final int MOST_CELLS = 1 << 20;
    private static final int FEWEST_COLUMNS = 256;

    private final int capacity;
    private final List<HeatColumn> full = new ArrayList<>();
    private int framesPerColumn = 1;
    private HeatColumn filling;

    /** Columns for a number of rows; fewer where there are very many rows. */
    public HeatColumns(int rows) {
        int fit = Integer.highestOneBit(Math.max(1, MOST_CELLS / Math.max(1, rows)));
        capacity = Math.clamp(fit, FEWEST_COLUMNS, MOST_COLUMNS);
    }

    /** Adds a frame; a negative value says that nothing was recorded of its row. */
    public void add(long first, long last, double[] values) {
        HeatColumn frame = HeatColumn.of(first, last, values);
        if (filling == null) {
            if (full.size() == capacity) {
                halve();
            }
            filling = frame;
        } else {
            filling = filling.and(frame);
        }
        if (filling.frames() >= framesPerColumn) {
            full.add(filling);
            filling = null;
        }
    }

    private void halve() {
        for (int i = 0; i < capacity / 2; i++) {
            full.set(i, full.get(2 * i).and(full.get(2 * i + 1)));
        }
        full.subList(capacity / 2, capacity).clear();
        framesPerColumn *= 2;
    }

    /** How many columns there are at most; a power of two. */
    public int capacity() {
        return capacity;
    }

    /** How many frames every column but the last is made of. */
    public int framesPerColumn() {
        return framesPerColumn;
    }

    /** The columns as they are now. */
    public List<HeatColumn> columns() {
        if (filling == null) {
            return List.copyOf(full);
        }
        List<HeatColumn> all = new ArrayList<>(full.size() + 1);
        all.addAll(full);
        all.add(filling);
        return List.copyOf(all);
    }
}
