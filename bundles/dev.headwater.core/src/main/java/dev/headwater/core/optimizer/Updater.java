package dev.headwater.core.optimizer;

/** An optimizer's arithmetic on tiles of the flat parameter vector. */
public interface Updater {
    /** Prepares the scalars of a step, counted from 0. */
    void begin(long step);

    /**
     * Updates {@code w[i]} from {@code g[i]} and the optimizer's own {@code slots[k][i]} for i in [0, n); {@code g} is
     * left as it is.
     */
    void update(float[] w, float[] g, float[][] slots, int n);
}
