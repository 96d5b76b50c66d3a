package dev.headwater.core.layer;

import dev.headwater.core.tensor.Tensor;

/**
 * A product over all steps of {@link Timeline}s, a few steps at a time: right before those steps are taken or right after
 * they were left, while what belongs to them lies in the caches.
 */
final class StepProducts {
    /** Enough for the rows of a product to be many, few enough for a cache. */
    private static final int AT_ONCE = 16;
    /** What is not needed. */
    static final StepProducts NONE = new StepProducts(0, (from, count) -> Product.NONE);

    private final Product[] products;
    private final int steps;

    private StepProducts(int steps, Stretch stretch) {
        this.steps = steps;
        products = new Product[Math.ceilDiv(steps, AT_ONCE)];
        // From the end on, for so the way back comes through, and the first that adds up overwrites.
        for (int k = products.length - 1; k >= 0; k--) {
            products[k] = stretch.product(k * AT_ONCE, count(k * AT_ONCE));
        }
    }

    /** The product over a few steps from one on. */
    @FunctionalInterface
    private interface Stretch {
        Product product(int from, int count);
    }

    /** Makes every step's rows of {@code c} of those of {@code a} and of a matrix. */
    static StepProducts each(Place place, int steps, Timeline c, Timeline a, Tensor b, Form form) {
        return new StepProducts(steps, (from, count) -> place.product(c.all(from, count), a.all(from, count), b, form));
    }

    /** As {@link #each}, added to what {@code c} holds. */
    static StepProducts added(Place place, int steps, Timeline c, Timeline a, Tensor b, Form form) {
        return new StepProducts(steps, (from, count) -> place.productAdd(c.all(from, count), a.all(from, count), b,
                form));
    }

    /** The sum of aᵀ b over the rows of all steps, which are to be run from the last on. */
    static StepProducts sum(Place place, int steps, Tensor c, Timeline a, Timeline b) {
        return new StepProducts(steps, (from, count) -> sum(place, from + count == steps, c, a.all(from, count),
                b.all(from, count)));
    }

    /** The column sums over the rows of all steps, which are to be run from the last on. */
    static StepProducts columnSums(Place place, int steps, Tensor c, Timeline of) {
        Timeline ones = Timeline.ones(place, Math.min(steps, AT_ONCE));
        return new StepProducts(steps, (from, count) -> sum(place, from + count == steps, c, ones.all(0, count),
                of.all(from, count)));
    }

    private static Product sum(Place place, boolean first, Tensor c, Tensor a, Tensor b) {
        return first ? place.product(c, a, b, Form.ATB) : place.productAdd(c, a, b, Form.ATB);
    }

    /** Whether it is the turn of those that begin with a step. */
    static boolean due(int step) {
        return step % AT_ONCE == 0;
    }

    /** How many steps from one on are taken together. */
    private int count(int step) {
        return Math.min(AT_ONCE, steps - step);
    }

    /** Runs the products over the steps that begin with this one, if any do, of so many rows each. */
    void run(int step, int rows) {
        if (due(step) && step < steps) {
            products[step / AT_ONCE].run(count(step) * rows);
        }
    }
}
