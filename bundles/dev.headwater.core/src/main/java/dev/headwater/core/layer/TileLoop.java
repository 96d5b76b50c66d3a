package dev.headwater.core.layer;

/**
 * The element-wise arithmetic of a {@link Sweep} on one tile. All arrays are read and written at the same index, and
 * the loop body has no branch and stays small, so that the compiler vectorizes it.
 */
@FunctionalInterface
public interface TileLoop {
    /**
     * Computes {@code write[k][i]} from {@code read[k][i]} for i in [0, n). A tensor that is both written and read
     * appears as the same array.
     */
    void run(float[][] write, float[][] read, int n);
}
