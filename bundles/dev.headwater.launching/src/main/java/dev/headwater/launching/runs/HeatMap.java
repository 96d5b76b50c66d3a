package dev.headwater.launching.runs;

import dev.headwater.core.telemetry.LayerRow;
import java.util.List;

/**
 * A quantity of all layers over all recorded steps, as it was at one moment. Frames are counted from 0; the
 * {@code n}-th belongs to column {@code n / framesPerColumn}.
 *
 * @param quantity what it shows
 * @param rows the layers that have the quantity, input side first
 * @param columns the steps, oldest first
 * @param framesPerColumn of how many frames every column but the last is made
 * @param start the quantity of each row in the first frame; negative where it was not recorded
 */
public record HeatMap(Quantity quantity, List<LayerRow> rows, List<HeatColumn> columns, int framesPerColumn,
        List<Double> start) {
    /** How many frames it is made of. */
    public long frames() {
        return columns.isEmpty() ? 0
                : (columns.size() - 1L) * framesPerColumn + columns.getLast().frames();
    }

    /** The index of the column that stands for a frame. */
    public int columnOf(long frame) {
        return Math.clamp(frame / framesPerColumn, 0, columns.size() - 1);
    }

    /** About which step a frame recorded; exact where none between the column's first and last step is missing. */
    public long stepOf(long frame) {
        int index = columnOf(frame);
        HeatColumn column = columns.get(index);
        long within = Math.clamp(frame - (long) index * framesPerColumn, 0, column.frames() - 1);
        return column.first() + within * (column.last() - column.first() + 1) / column.frames();
    }

    /** About which frame recorded a step, the nearest earlier one if none did. */
    public long frameOf(long step) {
        int low = 0;
        int high = columns.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (columns.get(middle).first() <= step) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int index = Math.max(0, low - 1);
        HeatColumn column = columns.get(index);
        long steps = column.last() - column.first() + 1;
        long within = Math.clamp(step - column.first(), 0, steps - 1) * column.frames() / steps;
        return (long) index * framesPerColumn + within;
    }

    /** The row of a layer, or -1. */
    public int rowOf(String layer) {
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).id().equals(layer)) {
                return row;
            }
        }
        return -1;
    }
}
