package dev.headwater.ui.tests.robot;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.swt.widgets.Display;

/**
 * How long the display's thread had a processor. On a busy machine a thread that computes for 20 ms may need 200 ms for
 * it; that is the machine's doing and comes and goes, while the 20 ms are ours.
 */
public final class DisplayLoad implements Runnable {
    private static final long LOOK_MILLIS = 5;
    private static final long KEPT_MILLIS = TimeUnit.MINUTES.toMillis(2);
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final long display;
    /** Milliseconds since 1970, and how long the thread had computed by then, in nanoseconds. */
    private final NavigableMap<Long, Long> computed = new ConcurrentSkipListMap<>();

    private DisplayLoad(Thread display) {
        this.display = display.threadId();
    }

    /** Begins to watch this display's thread. */
    public static DisplayLoad of(Display display) {
        DisplayLoad load = new DisplayLoad(display.getThread());
        Thread watch = new Thread(load, "robot: load of the display's thread");
        watch.setDaemon(true);
        watch.setPriority(Thread.MAX_PRIORITY);
        watch.start();
        return load;
    }

    @Override
    public void run() {
        long spent = look();
        while (spent >= 0) {
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
            spent = look();
        }
    }

    /** Looks once; answers a negative number when the thread has ended. */
    private long look() {
        long now = System.currentTimeMillis();
        long spent = threads.getThreadCpuTime(display);
        if (spent >= 0) {
            computed.put(now, spent);
            computed.headMap(now - KEPT_MILLIS).clear();
        }
        return spent;
    }

    /** The milliseconds on a processor between two times in milliseconds since 1970; rather a little more than less. */
    public long between(long start, long end) {
        if (computed.ceilingEntry(end) == null) {
            look();
        }
        Map.Entry<Long, Long> before = computed.floorEntry(start);
        Map.Entry<Long, Long> after = computed.ceilingEntry(end);
        long from = (before == null ? computed.firstEntry() : before).getValue();
        long to = (after == null ? computed.lastEntry() : after).getValue();
        return TimeUnit.NANOSECONDS.toMillis(to - from);
    }
}
