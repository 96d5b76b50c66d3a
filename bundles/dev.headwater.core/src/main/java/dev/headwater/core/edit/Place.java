package dev.headwater.core.edit;

/** Where the top left corner of a node is drawn, in pixels at 100 %. */
public record Place(int x, int y) {
    /** This place moved. */
    public Place plus(int dx, int dy) {
        return new Place(x + dx, y + dy);
    }
}
