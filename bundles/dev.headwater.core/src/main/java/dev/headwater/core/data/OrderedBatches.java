package dev.headwater.core.data;

/**
 * The batches of one part in the data's order, for evaluation: filled on demand, all into one, by the caller's thread.
 */
public final class OrderedBatches {
    private final Dataset data;
    private final int[] order;
    private final int size;
    private final Batch batch;

    /**
     * The batches of these rows.
     *
     * @param size the examples of a batch; the last may have fewer
     * @throws IllegalArgumentException if {@code size} is below 1, or larger than memory allows
     */
    public OrderedBatches(Dataset data, Rows rows, int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a batch must have at least 1 example, was " + size);
        }
        this.data = data;
        this.order = rows.toArray();
        this.size = Math.min(size, Math.max(1, order.length));
        this.batch = new Batch(data, this.size);
    }

    /** How many batches there are; none for an empty part. */
    public int count() {
        return (int) (((long) order.length + size - 1) / size);
    }

    /** The examples of all batches together. */
    public int rows() {
        return order.length;
    }

    /**
     * The batch at a place from 0; always the same object, so its contents last until the next call.
     *
     * @throws IndexOutOfBoundsException if there is no such batch
     */
    public Batch get(int index) {
        if (index < 0 || index >= count()) {
            throw new IndexOutOfBoundsException("there are " + count() + " batches, asked for " + index);
        }
        int from = index * size;
        int rows = Math.min(size, order.length - from);
        batch.fill(data, order, from, rows);
        batch.place(rows, 0, index, index == count() - 1);
        return batch;
    }
}
