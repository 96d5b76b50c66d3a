package dev.headwater.ui.inspector;

import dev.headwater.launching.runs.HeatMap;

/**
 * A place in the heat strip.
 *
 * @param frame the frame; -1 on the label of the row
 */
record StripHit(HeatMap map, int row, long frame) {
    String layer() {
        return map.rows().get(row).id();
    }

    /** About which step it is; -1 on a label. */
    long step() {
        return frame < 0 ? -1 : map.stepOf(frame);
    }
}
