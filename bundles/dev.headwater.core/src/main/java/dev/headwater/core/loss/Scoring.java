package dev.headwater.core.loss;

/** How accuracy is counted. */
public enum Scoring {
    /** No classes, no accuracy. */
    NONE,
    /** The largest output of a row names the class. */
    ARGMAX,
    /** An output of at least 0.5 means 1. */
    THRESHOLD,
    /** An output above 0 means yes, and so does a target. */
    SIGN
}
