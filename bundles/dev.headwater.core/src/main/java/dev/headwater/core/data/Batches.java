package dev.headwater.core.data;

import dev.headwater.core.tensor.Seeds;
import java.util.concurrent.locks.LockSupport;

/**
 * The batches of the training part, epoch after epoch without end, prepared by a thread of their own.
 *
 * <p>
 * A ring of batches is filled ahead by the preparing thread and emptied by one training thread; both only read what the
 * other has counted, so handing over neither locks nor allocates. Each epoch has its own order, drawn from
 * {@code mix(seed, "shuffle", epoch)} alone: a run that resumes in the middle sees the very batches it would have seen.
 */
public final class Batches implements AutoCloseable {
    private static final int FEWEST_SLOTS = 4;
    private static final int MOST_SLOTS = 64;
    private static final long RING_FLOATS = 1 << 20;
    private static final int SPINS = 2_000;
    private static final long CLOSE_MILLIS = 2_000;

    /** Puts examples into a batch; what it throws reaches {@link #next}. */
    interface Filling {
        void fill(Batch batch, int[] order, int from, int count) throws DataException;
    }

    private final int[] rows;
    private final int size;
    private final boolean shuffle;
    private final long seed;
    private final Filling filling;
    private final Batch[] ring;
    private final Thread worker;

    private volatile long produced; // written by the worker alone
    private volatile Throwable failure; // likewise
    private volatile boolean idle; // likewise: it is about to park
    private long taken; // the consumer's alone
    private long waited; // likewise
    private volatile long released; // written by the consumer alone
    private volatile Thread waiting; // likewise: it is about to park
    private volatile boolean closed;

    /**
     * The batches of these rows, and a running thread that prepares them.
     *
     * @param size the examples of a batch; the last of an epoch may have fewer
     * @param shuffle whether each epoch has an order of its own; otherwise the rows' order
     * @param seed the run's
     * @param epoch the epoch to begin in, from 0
     * @param index the batch to begin with, from 0; the number of batches of an epoch means the next epoch's first
     * @throws IllegalArgumentException if there are no rows, {@code size} is below 1 or larger than memory allows, or
     *             there is no such position
     */
    public Batches(Dataset data, Rows rows, int size, boolean shuffle, long seed, long epoch, int index) {
        this(data, rows, size, shuffle, seed, epoch, index,
                (batch, order, from, count) -> batch.fill(data, order, from, count));
    }

    Batches(Dataset data, Rows rows, int size, boolean shuffle, long seed, long epoch, int index, Filling filling) {
        if (rows.size() < 1 || size < 1) {
            throw new IllegalArgumentException(
                    "batches need at least 1 row and 1 example each, were " + rows.size() + " and " + size);
        }
        this.rows = rows.toArray();
        this.size = Math.min(size, rows.size());
        this.shuffle = shuffle;
        this.seed = seed;
        this.filling = filling;
        if (epoch < 0 || index < 0 || index > perEpoch()) {
            throw new IllegalArgumentException("there is no batch " + index + " of epoch " + epoch + "; an epoch has "
                    + perEpoch() + " batches");
        }
        long floats = (long) this.size * (data.inputShape().size() + data.targetShape().size());
        // Small batches are used up in no time: a longer ring wakes the preparing thread less often.
        ring = new Batch[Math.clamp(RING_FLOATS / floats, FEWEST_SLOTS, MOST_SLOTS)];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = new Batch(data, this.size);
        }
        boolean over = index == perEpoch();
        worker = new Thread(() -> prepare(over ? epoch + 1 : epoch, over ? 0 : index), "headwater-batches");
        worker.setDaemon(true);
        worker.start();
    }

    /** How many batches an epoch has. */
    public int perEpoch() {
        return (int) (((long) rows.length + size - 1) / size);
    }

    /**
     * The next batch, which is the caller's until {@link #release}. Waits for it if need be. For one thread.
     *
     * @throws DataException if the data can no longer be read
     * @throws IllegalStateException if this is closed, all batches are taken and none released, or the preparing thread
     *             failed otherwise, with its failure as cause
     */
    public Batch next() throws DataException {
        if (closed) {
            throw new IllegalStateException("the batches are closed");
        }
        if (taken - released == ring.length) {
            throw new IllegalStateException("all " + ring.length + " batches are taken and none was released");
        }
        if (produced == taken) {
            await();
        }
        Batch batch = ring[(int) (taken % ring.length)];
        taken++;
        return batch;
    }

    private void await() throws DataException {
        long began = System.nanoTime();
        LockSupport.unpark(worker);
        boolean interrupted = false;
        try {
            for (int spin = 0; produced == taken; spin++) {
                if (closed) {
                    throw new IllegalStateException("the batches are closed");
                }
                if (failure != null && produced == taken) {
                    throw failed(failure);
                }
                if (spin < SPINS) {
                    Thread.onSpinWait();
                } else {
                    waiting = Thread.currentThread();
                    if (produced == taken && failure == null && !closed) {
                        LockSupport.park(this);
                    }
                    waiting = null;
                    interrupted |= Thread.interrupted(); // a set flag would keep park from parking
                }
            }
        } finally {
            waited += System.nanoTime() - began;
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Nanoseconds in which {@link #next} had to wait, for the thread that calls it: 0 where batches are always ready. */
    public long waited() {
        return waited;
    }

    private static DataException failed(Throwable failure) {
        if (failure instanceof DataException data) {
            return new DataException(data.getMessage(), data.file(), data.line(), data.column(), data);
        }
        throw new IllegalStateException("the thread that prepares the batches failed: " + failure, failure);
    }

    /**
     * Gives a batch back to be filled again.
     *
     * @throws IllegalStateException if it is not the oldest of those taken and not yet released
     */
    public void release(Batch batch) {
        if (released == taken || ring[(int) (released % ring.length)] != batch) {
            throw new IllegalStateException("batches are released once each, in the order in which they were taken");
        }
        released = released + 1;
        if (idle && produced - released <= ring.length / 2) {
            LockSupport.unpark(worker);
        }
    }

    /** Stops the preparing thread and waits for its end. May be called more than once and from any thread. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(worker);
        LockSupport.unpark(waiting);
        try {
            worker.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void prepare(long firstEpoch, int firstIndex) {
        try {
            int[] order = new int[rows.length];
            int index = firstIndex;
            for (long epoch = firstEpoch; !closed; epoch++) {
                System.arraycopy(rows, 0, order, 0, rows.length);
                if (shuffle) {
                    Rows.shuffle(order, Seeds.generator(seed, "shuffle", epoch));
                }
                for (; index < perEpoch() && awaitRoom(); index++) {
                    int from = index * size;
                    int count = Math.min(size, rows.length - from);
                    Batch batch = ring[(int) (produced % ring.length)];
                    filling.fill(batch, order, from, count);
                    batch.place(count, epoch, index, index == perEpoch() - 1);
                    produced = produced + 1;
                    LockSupport.unpark(waiting);
                }
                index = 0;
            }
        } catch (Throwable e) { // also an OutOfMemoryError must reach the training thread, which would wait for ever
            failure = e;
            LockSupport.unpark(waiting);
        }
    }

    /** Whether there is room in the ring; waits until there is or this is closed. */
    private boolean awaitRoom() {
        while (produced - released == ring.length && !closed) {
            idle = true;
            if (produced - released == ring.length && !closed) {
                LockSupport.park(this);
            }
            idle = false;
        }
        return !closed;
    }
}
