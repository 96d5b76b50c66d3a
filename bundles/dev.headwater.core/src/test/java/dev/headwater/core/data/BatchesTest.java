package dev.headwater.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.headwater.core.tensor.Shape;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD) // a wait for a batch does not heed interrupts
final class BatchesTest {
    private static Dataset numbered(int rows) {
        float[] numbers = new float[rows];
        for (int i = 0; i < rows; i++) {
            numbers[i] = i;
        }
        return new Dataset("test", Shape.of(1), Shape.of(1), numbers, numbers.clone(), List.of(), null);
    }

    private static Batches batches(int rows, int size, boolean shuffle, long epoch, int index) {
        return new Batches(numbered(rows), Rows.range(0, rows), size, shuffle, 1, epoch, index);
    }

    /** The row numbers of the next epoch, its batches divided by bars. */
    private static String epoch(Batches batches) throws DataException {
        StringBuilder seen = new StringBuilder();
        for (boolean last = false; !last;) {
            Batch batch = batches.next();
            seen.append(batch.epoch()).append('.').append(batch.index()).append(':');
            for (int i = 0; i < batch.rows(); i++) {
                assertEquals(batch.inputs()[i], batch.targets()[i]);
                seen.append(' ').append((int) batch.inputs()[i]);
            }
            seen.append('|');
            last = batch.lastOfEpoch();
            batches.release(batch);
        }
        return seen.toString();
    }

    @Test
    void withoutShufflingRowsComeInOrderEpochAfterEpoch() throws DataException {
        try (Batches batches = batches(5, 2, false, 0, 0)) {
            assertEquals(3, batches.perEpoch());
            assertEquals("0.0: 0 1|0.1: 2 3|0.2: 4|", epoch(batches));
            assertEquals("1.0: 0 1|1.1: 2 3|1.2: 4|", epoch(batches));
        }
    }

    @Test
    void everyEpochHasItsOwnOrderWhichIsGolden() throws DataException {
        try (Batches batches = batches(8, 3, true, 0, 0)) {
            assertEquals("0.0: 1 0 6|0.1: 4 5 7|0.2: 3 2|", epoch(batches));
            assertEquals("1.0: 7 3 6|1.1: 2 4 0|1.2: 1 5|", epoch(batches));
        }
    }

    @Test
    void anEpochHoldsEveryRowOnce() throws DataException {
        try (Batches batches = batches(1000, 7, true, 3, 0)) {
            boolean[] seen = new boolean[1000];
            for (int k = 0; k < batches.perEpoch(); k++) {
                Batch batch = batches.next();
                for (int i = 0; i < batch.rows(); i++) {
                    assertFalse(seen[(int) batch.inputs()[i]]);
                    seen[(int) batch.inputs()[i]] = true;
                }
                batches.release(batch);
            }
            for (boolean row : seen) {
                assertTrue(row);
            }
        }
    }

    @Test
    void onlyTheGivenRowsTakePart() throws DataException {
        Dataset data = numbered(10);
        try (Batches batches = new Batches(data, Rows.of(8, 2, 5), 99, false, 1, 0, 0)) {
            assertEquals("0.0: 8 2 5|", epoch(batches));
        }
    }

    @Test
    void startingInTheMiddleGivesTheVeryBatchesThatWouldHaveCome() throws DataException {
        for (int start = 0; start <= 30; start++) {
            try (Batches whole = batches(100, 10, true, 0, 0);
                    Batches late = batches(100, 10, true, start / 10, start % 10)) {
                for (int k = 0; k < start; k++) {
                    whole.release(whole.next());
                }
                for (int k = 0; k < 25; k++) {
                    Batch a = whole.next();
                    Batch b = late.next();
                    assertArrayEquals(a.inputs(), b.inputs());
                    assertEquals(a.epoch() * 10 + a.index(), b.epoch() * 10 + b.index());
                    whole.release(a);
                    late.release(b);
                }
            }
        }
        try (Batches atTheEnd = batches(100, 10, true, 2, 10)) {
            assertEquals(3, atTheEnd.next().epoch());
        }
    }

    @Test
    void severalBatchesMayBeHeldAndAreNotOverwritten() throws DataException {
        try (Batches batches = batches(600_000, 300_000, false, 0, 0)) { // large batches: the shortest ring
            List<Batch> held = new ArrayList<>();
            for (int k = 0; k < 4; k++) {
                held.add(batches.next());
            }
            assertThrows(IllegalStateException.class, batches::next);
            assertEquals(300_000f, held.get(1).inputs()[0]);
            assertThrows(IllegalStateException.class, () -> batches.release(held.get(1)));
            batches.release(held.get(0));
            Batch again = batches.next();
            assertSame(held.get(0), again);
            assertEquals(2, again.epoch());
            assertThrows(IllegalStateException.class, () -> batches.release(held.get(0)));
        }
    }

    @Test
    void takingABatchAllocatesNothing() throws DataException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().threadId();
        Dataset slow = numbered(64);
        Batches.Filling pausing = (batch, order, from, count) -> {
            batch.fill(slow, order, from, count);
            if (from % 5 == 0) { // now and then the training thread has to wait, and to park
                long end = System.nanoTime() + 300_000;
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
            }
        };
        try (Batches batches = new Batches(slow, Rows.range(0, 64), 8, true, 1, 0, 0, pausing)) {
            take(batches, 2_000);
            long before = threads.getThreadAllocatedBytes(self);
            long between = threads.getThreadAllocatedBytes(self);
            take(batches, 2_000);
            long after = threads.getThreadAllocatedBytes(self);
            assertEquals(between - before, after - between, "bytes allocated by the training thread");
        }
    }

    @Test
    void itIsKnownHowLongTheStepHadToWait() throws Exception {
        Dataset data = numbered(64);
        Semaphore allowed = new Semaphore(0);
        Batches.Filling held = (batch, order, from, count) -> {
            allowed.acquireUninterruptibly();
            batch.fill(data, order, from, count);
        };
        try (Batches batches = new Batches(data, Rows.range(0, 64), 8, true, 1, 0, 0, held)) {
            assertEquals(0, batches.waited());
            Thread late = new Thread(() -> {
                LockSupport.parkNanos(20_000_000);
                allowed.release(1_000);
            });
            late.start();
            batches.release(batches.next());
            late.join();
            assertTrue(batches.waited() > 0, "nothing was ready");
        }
    }

    private static void take(Batches batches, int count) throws DataException {
        for (int k = 0; k < count; k++) {
            batches.release(batches.next());
        }
    }

    @Test
    void manySmallBatchesPassWithoutLossUnderLoad() throws DataException {
        try (Batches batches = batches(1_000, 1, false, 0, 0)) {
            for (long k = 0; k < 300_000; k++) {
                Batch batch = batches.next();
                assertEquals(k % 1_000, (long) batch.inputs()[0]);
                if (k % 10_000 == 0) {
                    Thread.yield();
                }
                batches.release(batch);
            }
        }
    }

    @Test
    void aFailureOfTheDataReachesTheTrainingThread() throws DataException {
        Dataset data = numbered(10);
        Batches.Filling failing = (batch, order, from, count) -> {
            if (from == 4) {
                throw new DataException("the file is gone", "f.csv", 7, 2, null);
            }
            batch.fill(data, order, from, count);
        };
        try (Batches batches = new Batches(data, Rows.range(0, 10), 2, false, 1, 0, 0, failing)) {
            take(batches, 2);
            for (int i = 0; i < 2; i++) {
                DataException e = assertThrows(DataException.class, batches::next);
                assertEquals("f.csv:7: the file is gone", e.toString());
            }
        }
    }

    @Test
    void anyOtherFailureReachesTheTrainingThreadToo() {
        Dataset data = numbered(10);
        OutOfMemoryError error = new OutOfMemoryError("for the test");
        try (Batches batches = new Batches(data, Rows.range(0, 10), 2, false, 1, 0, 0, (batch, order, from, count) -> {
            throw error;
        })) {
            assertSame(error, assertThrows(IllegalStateException.class, batches::next).getCause());
        }
    }

    @Test
    void closingEndsTheThreadAndWakesWhoWaits() throws Exception {
        Dataset data = numbered(4);
        Object gate = new Object();
        Batches batches = new Batches(data, Rows.range(0, 4), 2, false, 1, 0, 0, (batch, order, from, count) -> {
            synchronized (gate) {
                batch.fill(data, order, from, count);
            }
        });
        AtomicReference<Throwable> seen = new AtomicReference<>();
        Thread waiter = new Thread(() -> seen.set(assertThrows(IllegalStateException.class, () -> {
            for (;;) {
                batches.release(batches.next());
            }
        })));
        synchronized (gate) {
            waiter.start();
            Thread.sleep(100); // the waiter has taken all that was ready and is parked
            Thread closer = new Thread(batches::close);
            closer.start();
            waiter.join(10_000);
            assertFalse(waiter.isAlive());
        }
        assertTrue(seen.get().getMessage().contains("closed"));
        batches.close();
        assertTrue(Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("headwater-batches") && thread.isAlive()
                        && thread.getState() != Thread.State.TERMINATED && !thread.isDaemon()));
        assertThrows(IllegalStateException.class, batches::next);
    }

    @Test
    void anInterruptIsKeptForTheCallerAndLosesNothing() throws DataException {
        Dataset data = numbered(6);
        try (Batches batches = new Batches(data, Rows.range(0, 6), 2, false, 1, 0, 0, (batch, order, from, count) -> {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            batch.fill(data, order, from, count);
        })) {
            Thread.currentThread().interrupt();
            assertEquals(0f, batches.next().inputs()[0]);
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void positionsThatDoNotExistAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> batches(10, 2, true, 0, 6).close());
        assertThrows(IllegalArgumentException.class, () -> batches(10, 2, true, -1, 0).close());
        assertThrows(IllegalArgumentException.class, () -> batches(10, 0, true, 0, 0).close());
        assertThrows(IllegalArgumentException.class,
                () -> new Batches(numbered(3), Rows.of(), 2, true, 1, 0, 0).close());
    }
}
