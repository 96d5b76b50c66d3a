package dev.headwater.ui.tests.robot;

import java.lang.management.ThreadInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.monitoring.IUiFreezeEventLogger;
import org.eclipse.ui.monitoring.StackSample;
import org.eclipse.ui.monitoring.UiFreezeEvent;

/**
 * Hears from the platform's monitor when the display's thread was busy too long, and keeps what was our doing: the share of
 * the looks at the thread that found our code on its stack, as far as it computed or waited. A thread that could go on
 * but got no processor, or stood still while memory was collected, is the machine's doing and is printed only.
 */
@SuppressWarnings("restriction") // the monitor's package is provisional API, but the only way to hear it
public final class FreezeLog implements IUiFreezeEventLogger {
    /** What a person feels as a hitch. */
    static final long LIMIT_MILLIS = 100;
    private static final ConcurrentLinkedQueue<String> OURS = new ConcurrentLinkedQueue<>();
    private static final AtomicInteger HEARD = new AtomicInteger();
    private final DisplayLoad load = DisplayLoad.of(PlatformUI.getWorkbench().getDisplay());

    @Override
    public void log(UiFreezeEvent event) {
        if (event.getTotalDuration() <= LIMIT_MILLIS) {
            return; // reported only because it was watched from early on
        }
        HEARD.incrementAndGet();
        if (event.isStarvedAwake() || event.isStarvedAsleep()) {
            return; // the machine was busy elsewhere, says the monitor
        }
        StackSample[] samples = event.getStackTraceSamples();
        List<StackSample> ours = Arrays.stream(samples).filter(FreezeLog::isOurs).toList();
        long total = event.getTotalDuration();
        long start = event.getStartTimestamp();
        int looks = Math.max(samples.length, 1);
        long present = total * ours.size() / looks;
        long computed = load.between(start, start + total) * ours.size() / looks;
        long waited = total * ours.stream().filter(FreezeLog::waits).count() / looks;
        if (present > LIMIT_MILLIS) {
            String text = "%d of %d ms in our code, %d on a processor, %d waiting:\n%s".formatted(present, total,
                    computed,
                    waited, trace(ours.getFirst()));
            if (computed + waited > LIMIT_MILLIS) {
                OURS.add(text);
            } else {
                System.out.println("The machine was busy. " + text);
            }
        }
    }

    /** How many freezes were reported so far, whoever was to blame: tells whether anybody listens at all. */
    public static int heard() {
        return HEARD.get();
    }

    /** What was our doing since the last call, one text for each freeze. */
    static List<String> take() {
        List<String> taken = new ArrayList<>();
        for (String freeze = OURS.poll(); freeze != null; freeze = OURS.poll()) {
            taken.add(freeze);
        }
        return taken;
    }

    /**
     * Whether our code was running. Not counted is what the JVM does once in its life, loading and initializing a
     * class: which code happens to be the first to name it is chance. Nor what a dialog of the platform does to open, such
     * as that of Save As.
     */
    private static boolean isOurs(StackSample sample) {
        for (StackTraceElement frame : ui(sample)) {
            String name = frame.getClassName();
            boolean loading = name.startsWith("java.lang.ClassLoader") || frame.getMethodName().equals("<clinit>")
                    || name.startsWith("org.eclipse.osgi.internal.loader.");
            boolean opening = name.equals("org.eclipse.jface.window.Window");
            if (loading || opening) {
                return false;
            }
            if (name.startsWith("dev.headwater.") && !name.startsWith("dev.headwater.ui.tests.")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the thread waited for another one, or our code itself, not the platform on its behalf, for a file or socket. */
    private static boolean waits(StackSample sample) {
        ThreadInfo[] threads = sample.getStackTraces();
        if (threads.length == 0) {
            return false;
        }
        boolean reads = threads[0].isInNative() && Arrays.stream(ui(sample)).map(StackTraceElement::getClassName)
                .dropWhile(name -> name.startsWith("java.") || name.startsWith("sun.") || name.startsWith("jdk."))
                .findFirst().orElse("").startsWith("dev.headwater.");
        return reads || threads[0].getThreadState() != Thread.State.RUNNABLE;
    }

    /** The stack of the display's thread: the monitor puts it first. */
    private static StackTraceElement[] ui(StackSample sample) {
        ThreadInfo[] threads = sample.getStackTraces();
        return threads.length == 0 ? new StackTraceElement[0] : threads[0].getStackTrace();
    }

    private static String trace(StackSample sample) {
        StringBuilder text = new StringBuilder();
        for (StackTraceElement frame : ui(sample)) {
            text.append("    at ").append(frame).append('\n');
        }
        return text.toString();
    }
}
