package dev.headwater.ui.inspector;

/**
 * What of a heat map is to be painted.
 *
 * @param width the width of the picture in pixels
 * @param height its height
 * @param zoom how many times higher than the picture all layers together are
 * @param top how many pixels are hidden above
 * @param background the color where nothing was recorded, as {@code 0xRRGGBB}
 */
record HeatWindow(int width, int height, int zoom, int top, int background) {
    /** The window of a strip that has no size yet. */
    static final HeatWindow NONE = new HeatWindow(0, 0, 1, 0, 0);
}
