package dev.headwater.trainer.training;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The wish that a training ends after its current step, from whatever thread, and the news that all is saved. */
public final class Stop {
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean requested;
    private volatile boolean training;

    /** Asks the training to end. */
    public void request() {
        requested = true;
    }

    /** Whether it was asked to end. */
    public boolean requested() {
        return requested;
    }

    /** Says that from now on there is something to save. */
    public void begun() {
        training = true;
    }

    /** Says that all is saved and said. */
    public void ended() {
        ended.countDown();
    }

    /** Waits until all is saved and said, at most so long; false if it was not. */
    public boolean await(Duration longest) throws InterruptedException {
        return ended.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits until all is saved, if there is anything to save; at most for so many seconds. */
    public void await(long seconds) {
        try {
            if (training && !ended.await(seconds, TimeUnit.SECONDS)) {
                System.err.println("headwater: the training did not end within " + seconds
                        + " s and is cut off; its last"
                        + " checkpoint is in the run's folder");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
