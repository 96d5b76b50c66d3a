package dev.headwater.core.layer;

/** A matrix product whose operands were fixed when it was prepared. */
@FunctionalInterface
public interface Product {
    /** The product that nobody needs. */
    Product NONE = rows -> {
        // nothing to do
    };

    /** Computes it for a batch of this many examples. */
    void run(int rows);
}
