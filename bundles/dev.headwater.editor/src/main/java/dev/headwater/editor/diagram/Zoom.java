package dev.headwater.editor.diagram;

/** Ways to change how large the diagram is. */
public enum Zoom {
    /** A step larger. */
    IN,
    /** A step smaller. */
    OUT,
    /** 100 %. */
    FULL,
    /** The whole network within the window. */
    FIT
}
