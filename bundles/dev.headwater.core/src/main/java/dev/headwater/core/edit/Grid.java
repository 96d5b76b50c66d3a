package dev.headwater.core.edit;

/**
 * The measures of a layered drawing, in pixels at 100 %.
 *
 * @param width of a node
 * @param height of a node
 * @param across between nodes of one layer
 * @param down between layers
 * @param margin around everything
 */
public record Grid(int width, int height, int across, int down, int margin) {
    int column() {
        return width + across;
    }

    int row() {
        return height + down;
    }

    boolean overlap(Place a, Place b) {
        return Math.abs(a.x() - b.x()) < column() && Math.abs(a.y() - b.y()) < height + down / 2;
    }
}
