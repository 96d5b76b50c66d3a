package dev.headwater.core.data;

/** What becomes of a row in which an input has no value. */
public enum Missing {
    /** It is a mistake: nothing is loaded, and the message names line and column. */
    ERROR,
    /** The row is left out. */
    DROP,
    /** The value becomes the mean of its column over the rows of the training part that have one. */
    MEAN
}
