package dev.headwater.ui.inspector;

/** Is told what the user selects in the heat strip. */
interface StripTarget {
    /** A layer and a step were selected; where one was not, it is {@code null} or -1. */
    void select(String layer, long step);

    /** The newest step is to be followed. */
    void follow();
}
