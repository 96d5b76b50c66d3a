package dev.headwater.core.engine;

import java.util.concurrent.locks.LockSupport;

/**
 * The threads that run the parts of a step: the caller and daemons of its own. Handing over allocates nothing; who
 * waits spins a little, then yields, then (a daemon) parks. Which thread runs which index is fixed, and does not matter
 * to the result.
 */
final class Workers implements AutoCloseable {
    /** One of several independent pieces of work. */
    @FunctionalInterface
    interface Task {
        void run(int index);
    }

    private static final int SPINS = 2_000;
    private static final int YIELDS = 200;

    private final Helper[] helpers;
    private Task task;
    private int count;

    /** The caller and {@code threads - 1} daemons. */
    Workers(int threads) {
        helpers = new Helper[threads - 1];
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = new Helper(i + 1);
            helpers[i].start();
        }
    }

    /** How many run at once. */
    int threads() {
        return helpers.length + 1;
    }

    /** Runs the task for every index in [0, count); returns when all have ended, throws what one of them threw. */
    void run(Task work, int pieces) {
        if (helpers.length == 0 || pieces == 1) {
            for (int i = 0; i < pieces; i++) {
                work.run(i);
            }
            return;
        }
        task = work;
        count = pieces;
        for (Helper helper : helpers) {
            helper.go();
        }
        RuntimeException failure = null;
        try {
            runShare(0);
        } catch (RuntimeException e) {
            failure = e;
        }
        for (Helper helper : helpers) {
            Throwable other = helper.await();
            if (other != null && failure == null) {
                failure = other instanceof RuntimeException known ? known : new IllegalStateException(other);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void runShare(int first) {
        for (int i = first; i < count; i += threads()) {
            task.run(i);
        }
    }

    @Override
    public void close() {
        for (Helper helper : helpers) {
            helper.quit();
        }
    }

    private final class Helper extends Thread {
        private final int first;
        private volatile int asked;
        private volatile int done;
        private volatile boolean parked;
        private volatile boolean closed;
        private Throwable failure;

        Helper(int first) {
            super("headwater-worker-" + first);
            this.first = first;
            setDaemon(true);
        }

        void go() {
            failure = null;
            asked++;
            wake();
        }

        void quit() {
            closed = true;
            wake();
        }

        private void wake() {
            if (parked) {
                LockSupport.unpark(this);
            }
        }

        Throwable await() {
            int spins = 0;
            while (done != asked) {
                if (++spins < SPINS) {
                    Thread.onSpinWait();
                } else {
                    Thread.yield();
                }
            }
            return failure;
        }

        @Override
        public void run() {
            int turn = 0;
            while (true) {
                awaitTurn(turn);
                if (closed) {
                    return;
                }
                turn = asked;
                try {
                    runShare(first);
                } catch (Throwable e) { // an Error must reach the trainer too, not end this thread in silence
                    failure = e;
                }
                done = turn;
            }
        }

        private void awaitTurn(int turn) {
            int spins = 0;
            while (asked == turn && !closed) {
                if (++spins < SPINS) {
                    Thread.onSpinWait();
                } else if (spins < SPINS + YIELDS) {
                    Thread.yield();
                } else {
                    parked = true;
                    if (asked == turn && !closed) {
                        LockSupport.park(this);
                    }
                    parked = false;
                }
            }
        }
    }
}
