package dev.headwater.core.engine;

import dev.headwater.core.layer.Product;
import java.util.ArrayList;
import java.util.List;

/**
 * Products that nothing on the way back waits for: those that make the gradient of a whole parameter. While this is open
 * they are put off until that gradient is wanted, which may be on another thread. What they read stays as it was: a
 * layer's input and its own output's gradient are written by its neighbors alone, before it runs.
 */
final class Later {
    private final List<List<Waiting>> products = new ArrayList<>();
    private boolean open;

    /** For the gradients of so many parameters. */
    Later(int entries) {
        for (int k = 0; k < entries; k++) {
            products.add(new ArrayList<>(1));
        }
    }

    /** From now on puts products off, or no longer. */
    void open(boolean putOff) {
        open = putOff;
    }

    /** The product, which makes the k-th parameter's gradient or adds to it, put off while this is open. */
    Product of(int k, Product product) {
        Waiting waiting = new Waiting(product);
        products.get(k).add(waiting);
        return waiting;
    }

    /** Does what was put off of the k-th parameter, in the order in which it was prepared. */
    void run(int k) {
        List<Waiting> all = products.get(k);
        for (int i = 0; i < all.size(); i++) { // by index, for an iterator would be allocated at each step
            all.get(i).now();
        }
    }

    private final class Waiting implements Product {
        private final Product product;
        /** For how many examples it waits; below 0 if it does not. */
        private int rows = -1;

        Waiting(Product product) {
            this.product = product;
        }

        @Override
        public void run(int asked) {
            if (open) {
                rows = asked;
            } else {
                product.run(asked);
            }
        }

        void now() {
            if (rows >= 0) {
                product.run(rows);
                rows = -1;
            }
        }
    }
}
