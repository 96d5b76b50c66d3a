package dev.headwater.core.layer;

/** An element-wise pass whose operands were fixed when it was prepared. */
@FunctionalInterface
public interface Sweep {
    /** The pass that does nothing. */
    Sweep NONE = rows -> {
        // nothing to do
    };

    /** Runs it for a batch of this many examples. */
    void run(int rows);
}
