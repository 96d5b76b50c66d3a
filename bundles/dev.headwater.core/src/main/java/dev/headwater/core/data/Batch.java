package dev.headwater.core.data;

import dev.headwater.core.tensor.Shape;

/**
 * Some examples side by side, in arrays that are used again and again. Only the first {@link #rows} rows count; a last
 * batch of an epoch may have fewer than the others.
 */
public final class Batch {
    private final float[] inputs;
    private final float[] targets;
    private final int[] lengths;
    private int rows;
    private long epoch;
    private int index;
    private boolean lastOfEpoch;

    /**
     * A batch with room for {@code capacity} examples of these shapes.
     *
     * @throws IllegalArgumentException if that is more than an array holds
     */
    public Batch(Shape input, Shape target, int capacity) {
        this(input, target, false, capacity);
    }

    /** A batch with room for {@code capacity} examples of these data. */
    Batch(Dataset data, int capacity) {
        this(data.inputShape(), data.targetShape(), data.hasLengths(), capacity);
    }

    private Batch(Shape input, Shape target, boolean unequal, int capacity) {
        if ((long) capacity * Math.max(input.size(), target.size()) > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("a batch of " + capacity + " examples of " + input + " is too large for"
                    + " memory; make recipe.batch smaller");
        }
        inputs = new float[capacity * input.size()];
        targets = new float[capacity * target.size()];
        lengths = unequal ? new int[capacity] : null;
    }

    /** Fills the batch with rows {@code order[from]} and after it. */
    void fill(Dataset data, int[] order, int from, int count) {
        if (lengths == null) {
            data.gather(order, from, count, inputs, targets);
        } else {
            data.gather(order, from, count, inputs, targets, lengths);
        }
    }

    void place(int count, long inEpoch, int at, boolean last) {
        rows = count;
        epoch = inEpoch;
        index = at;
        lastOfEpoch = last;
    }

    /** Rows × the input shape's size; what lies behind {@link #rows} rows is left over from before. */
    public float[] inputs() {
        return inputs;
    }

    /** Rows × the target shape's size. */
    public float[] targets() {
        return targets;
    }

    /** How many steps of each example count, the others being padding; {@code null} where all count. */
    public int[] lengths() {
        return lengths;
    }

    /** How many examples it holds. */
    public int rows() {
        return rows;
    }

    /** The epoch it belongs to, from 0. */
    public long epoch() {
        return epoch;
    }

    /** Its place in the epoch, from 0. */
    public int index() {
        return index;
    }

    /** Whether it is the last of its epoch. */
    public boolean lastOfEpoch() {
        return lastOfEpoch;
    }
}
