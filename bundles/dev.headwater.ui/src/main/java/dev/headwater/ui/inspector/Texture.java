package dev.headwater.ui.inspector;

/**
 * The look of cells that no color of the map stands for. It differs from the map in pattern, not in color alone, and is
 * the same in light and dark themes.
 */
enum Texture {
    /** Every value is exactly zero: black with sparse gray diagonals. */
    ZERO(0x000000, 0x8C8C8C),
    /** A value is NaN or infinite: red with white crosses. */
    NOT_FINITE(0xC4161C, 0xFFFFFF);

    private static final int PERIOD = 6;

    private final int ground;
    private final int line;

    Texture(int ground, int line) {
        this.ground = ground;
        this.line = line;
    }

    /** The color of a pixel, as {@code 0xRRGGBB}. */
    int color(int x, int y) {
        boolean rising = Math.floorMod(x + y, PERIOD) == 0;
        boolean falling = Math.floorMod(x - y, PERIOD) == 0;
        return rising || falling && this == NOT_FINITE ? line : ground;
    }
}
