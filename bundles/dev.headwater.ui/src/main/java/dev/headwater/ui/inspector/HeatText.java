package dev.headwater.ui.inspector;

import dev.headwater.launching.runs.HeatColumn;
import dev.headwater.launching.runs.HeatMap;
import org.eclipse.osgi.util.NLS;

/** What a cell of the heat strip says in words. */
final class HeatText {
    private HeatText() {
    }

    /** Layer, steps and value of a cell. */
    static String cell(HeatMap map, int row, long frame) {
        HeatColumn column = map.columns().get(map.columnOf(frame));
        String steps = column.first() == column.last()
                ? NLS.bind(Messages.strip_step, Figures.count(column.first()))
                : NLS.bind(Messages.strip_steps, Figures.count(column.first()), Figures.count(column.last()));
        return NLS.bind(Messages.strip_tip, new Object[] {map.rows().get(row).id(), steps, value(column, row)});
    }

    static String value(HeatColumn column, int row) {
        String frames = Figures.count(column.frames());
        if (column.nonFinite(row) > 0) {
            return NLS.bind(Messages.strip_notFinite, Figures.count(column.nonFinite(row)), frames);
        }
        if (column.positive(row) == 0) {
            return column.zeros(row) > 0 ? Messages.strip_zero : Messages.strip_nothing;
        }
        String mean = power(column.mean(row));
        String value = column.positive(row) == 1 ? mean
                : NLS.bind(Messages.strip_range,
                        new Object[] {mean, power(column.min(row)), power(column.max(row))});
        return column.zeros(row) == 0 ? value
                : value + NLS.bind(Messages.strip_someZero, Figures.count(column.zeros(row)), frames);
    }

    private static String power(double log) {
        return Figures.scientific(Math.pow(10, log));
    }
}
