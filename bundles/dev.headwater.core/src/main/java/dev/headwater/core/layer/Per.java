package dev.headwater.core.layer;

/** What shares a learned factor or slope. */
public enum Per {
    /** One for the whole layer. */
    LAYER,
    /** One for each value of the last axis. */
    CHANNEL;

    /** How many there are in a layer of so many columns. */
    int count(int columns) {
        return this == LAYER ? 1 : columns;
    }
}
