package dev.headwater.core.engine;

/** The examples of one trip, and how they are dealt out to the parts: in order, as evenly as goes. */
final class Feed {
    private final PartPlan[] parts;
    private final int capacity;
    private float[] inputs;
    private float[] targets;
    private int[] lengths;
    private int rows;
    private int meanOver;

    Feed(PartPlan[] parts, int capacity) {
        this.parts = parts;
        this.capacity = capacity;
    }

    /**
     * Takes the examples of the next trip.
     *
     * @param examples row-major inputs
     * @param wanted their targets
     * @param lengthOf how many steps of each count, or {@code null}
     * @param count how many there are
     * @param divisor what a mean over the batch divides by
     * @throws IllegalArgumentException if there are none, or more than the network was laid out for
     */
    void set(float[] examples, float[] wanted, int[] lengthOf, int count, int divisor) {
        if (count < 1 || count > capacity) {
            throw new IllegalArgumentException("a batch has 1 to " + capacity + " examples, was " + count);
        }
        inputs = examples;
        targets = wanted;
        lengths = lengthOf;
        rows = count;
        meanOver = divisor;
        for (PartPlan part : parts) {
            part.divide(wanted, lengthOf, count);
        }
    }

    /** How many examples there are. */
    int rows() {
        return rows;
    }

    /** How many parts have any. */
    int activeParts() {
        return Math.ceilDiv(rows, share());
    }

    private int share() {
        return Math.ceilDiv(rows, parts.length);
    }

    /** Lays a part's examples into its tensors. */
    void load(int index, boolean training, long step) {
        int from = Math.min(rows, index * share());
        int count = Math.min(rows, from + share()) - from;
        parts[index].load(inputs, targets, lengths, from, count, meanOver, training, step);
    }

    /** How many of a part's examples are among the first {@code first} of all. */
    int among(int first, int index) {
        return Math.clamp(first - (long) index * share(), 0, parts[index].pass().rows());
    }
}
