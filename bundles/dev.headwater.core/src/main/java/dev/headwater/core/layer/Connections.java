package dev.headwater.core.layer;

/** The connections among the units of a reservoir: a square matrix W that seldom changes. */
interface Connections {
    /** Takes up what the parameter holds. */
    void refresh();

    /** y = W x. */
    void times(double[] x, double[] y);

    /** x = x + Wᵀ y. */
    void addTransposedTimes(double[] y, double[] x);
}
