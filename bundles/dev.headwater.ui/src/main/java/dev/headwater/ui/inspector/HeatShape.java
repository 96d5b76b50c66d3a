package dev.headwater.ui.inspector;

import dev.headwater.launching.runs.HeatMap;

/**
 * Where steps and layers stand in a picture of a heat map.
 *
 * @param width the width of the picture in pixels
 * @param height its height
 * @param rows how many layers there are
 * @param frames how many frames the width has room for; a running run has not filled it yet
 * @param content the height of all layers; more than {@code height} when scrolled
 * @param top how many pixels of the content are hidden above
 */
record HeatShape(int width, int height, int rows, long frames, int content, int top) {
    private static final long FEWEST_FRAMES = 32;

    /**
     * The shape of a map.
     *
     * @param running whether more frames are to be expected
     * @param steps how many steps there will be, or -1
     */
    static HeatShape of(HeatMap map, boolean running, long steps, HeatWindow window) {
        long there = map.frames();
        long frames = there;
        if (running) {
            // It fills from the left and is squeezed only when it is full, not with every step.
            frames = Math.max(FEWEST_FRAMES, there <= 1 ? 1 : Long.highestOneBit(there - 1) * 2);
            long newest = map.columns().isEmpty() ? -1 : map.columns().getLast().last();
            if (steps > newest) {
                frames = Math.min(frames, there + steps - newest - 1);
            }
        }
        int content = window.height() * window.zoom();
        return new HeatShape(window.width(), window.height(), map.rows().size(), Math.max(1, frames), content,
                Math.clamp(window.top(), 0, content - window.height()));
    }

    /** The frame at a distance from the left edge. */
    long frameAt(int x) {
        return Math.clamp((long) x * frames / width, 0, frames - 1);
    }

    /** Where a frame begins. */
    int x(long frame) {
        return (int) (frame * width / frames);
    }

    /** The row at a distance from the upper edge. */
    int rowAt(int y) {
        return Math.clamp((long) (y + top) * rows / content, 0, rows - 1);
    }

    /** Where a row begins; may lie outside. */
    int y(int row) {
        return (int) ((long) row * content / rows) - top;
    }
}
