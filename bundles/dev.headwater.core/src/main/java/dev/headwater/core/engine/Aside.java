package dev.headwater.core.engine;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A second thread that takes small pieces of work off the first while that goes on: each piece is done once, by either,
 * and none depends on another, so who does which does not matter to the result. What the second has not begun when the
 * first needs it, the first does itself; on a busy machine that is all of it. Nothing is allocated.
 */
final class Aside implements AutoCloseable {
    /** A piece of work, told by a number; {@code thread} is 0 for the caller's, 1 for the second. */
    @FunctionalInterface
    interface Task {
        void run(int piece, int thread);
    }

    private static final int SPINS = 2_000;
    private static final int YIELDS = 200;

    private final Task task;
    private final int[] queue;
    private final AtomicLong claimed = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final Thread second;
    private volatile long posted;
    private volatile boolean parked;
    private volatile boolean closed;
    private volatile Throwable failure;

    /** Room for so many pieces between two calls of {@link #join}. */
    Aside(int pieces, Task task) {
        this.task = task;
        queue = new int[Integer.highestOneBit(Math.max(1, pieces)) * 2];
        second = new Thread(this::work, "headwater-aside");
        second.setDaemon(true);
        second.start();
    }

    /** Hands over a piece. */
    void post(int piece) {
        long at = posted;
        queue[(int) at & queue.length - 1] = piece;
        posted = at + 1;
        if (parked) {
            LockSupport.unpark(second);
        }
    }

    /** Returns when all pieces are done; throws what one of them threw. */
    void join() {
        boolean more = true;
        while (more) {
            more = one(0);
        }
        int spins = 0;
        while (done.get() != posted) {
            if (++spins < SPINS) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
        Throwable wrong = failure;
        if (wrong != null) {
            failure = null;
            throw wrong instanceof RuntimeException known ? known : new IllegalStateException(wrong);
        }
    }

    /** Does the next piece, if there is one that nobody has begun. */
    private boolean one(int thread) {
        long at;
        do {
            at = claimed.get();
            if (at >= posted) {
                return false;
            }
        } while (!claimed.compareAndSet(at, at + 1));
        try {
            task.run(queue[(int) at & queue.length - 1], thread);
        } catch (Throwable e) { // an Error must reach the trainer too, not end this thread in silence
            failure = e;
        } finally {
            done.incrementAndGet();
        }
        return true;
    }

    private void work() {
        int spins = 0;
        while (!closed) {
            if (one(1)) {
                spins = 0;
            } else if (++spins < SPINS) {
                Thread.onSpinWait();
            } else if (spins < SPINS + YIELDS) {
                Thread.yield();
            } else {
                parked = true;
                if (claimed.get() >= posted && !closed) {
                    LockSupport.park(this);
                }
                parked = false;
            }
        }
    }

    /** Ends the second thread, and returns when it touches nothing any more: the memory is freed next. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(second);
        boolean interrupted = false;
        while (second.isAlive()) {
            try {
                second.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
