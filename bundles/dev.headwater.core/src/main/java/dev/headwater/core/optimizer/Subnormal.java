package dev.headwater.core.optimizer;

/**
 * Keeps running means out of the subnormal floats, with which a processor computes a hundred times slower. A mean of
 * gradients that have stopped, such as those of a dead unit, fades into them and stays there for good: 0.9 times the
 * smallest float is rounded to the smallest float.
 */
final class Subnormal {
    /** Whatever is added to this is rounded to multiples of about the smallest normal float. */
    private static final float GRAIN = 1e-31f;

    private Subnormal() {
    }

    /** x to within 1e-38: far below what any update of a weight could show, and never subnormal. */
    static float flushed(float x) {
        return x + GRAIN - GRAIN;
    }
}
