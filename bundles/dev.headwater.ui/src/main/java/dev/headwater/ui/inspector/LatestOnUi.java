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
    private final AtomicReference<T> latest = new AtomicReference<>();
    private final AtomicBoolean pending = new AtomicBoolean();

    LatestOnUi(Control control, Consumer<T> consumer) {
        this.control = control;
        this.consumer = consumer;
        display = control.getDisplay();
    }

    /** Hands a result over; from any thread. */
    void offer(T result) {
        latest.set(result);
        if (pending.compareAndSet(false, true)) {
            try {
                display.asyncExec(this::deliver);
            } catch (SWTException e) {
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
        if (result != null && !control.isDisposed()) {
            consumer.accept(result);
        }
    }
}
