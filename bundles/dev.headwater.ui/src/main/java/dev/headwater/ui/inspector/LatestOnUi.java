package dev.headwater.ui.inspector;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/**
 * Hands results of background work to the UI thread: never more than one call is pending there, and it gets the latest
 * result. Results for a control that is gone are dropped.
 */
final class LatestOnUi<T> {
    private final Control control;
    private final Display display;
    private final Consumer<T> consumer;
    private final Consumer<T> dropped;
    private final AtomicReference<T> latest = new AtomicReference<>();
    private final AtomicBoolean pending = new AtomicBoolean();

    LatestOnUi(Control control, Consumer<T> consumer) {
        this(control, consumer, result -> {
            // most results hold nothing that must be given back
        });
    }

    /** As above; {@code dropped} takes what the consumer never gets, from any thread. */
    LatestOnUi(Control control, Consumer<T> consumer, Consumer<T> dropped) {
        this.control = control;
        this.consumer = consumer;
        this.dropped = dropped;
        display = control.getDisplay();
    }

    /** Hands a result over; from any thread. */
    void offer(T result) {
        drop(latest.getAndSet(result));
        if (pending.compareAndSet(false, true)) {
            try {
                display.asyncExec(this::deliver);
            } catch (SWTException e) {
                drop(latest.getAndSet(null));
                if (e.code != SWT.ERROR_DEVICE_DISPOSED) {
                    throw e;
                }
            }
        }
    }

    /** Whether a result waits for the UI thread. */
    boolean pending() {
        return pending.get();
    }

    private void deliver() {
        pending.set(false);
        T result = latest.getAndSet(null);
        if (control.isDisposed()) {
            drop(result);
        } else if (result != null) {
            consumer.accept(result);
        }
    }

    private void drop(T result) {
        if (result != null) {
            dropped.accept(result);
        }
    }
}
