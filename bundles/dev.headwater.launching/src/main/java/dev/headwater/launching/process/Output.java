package dev.headwater.launching.process;

import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.debug.core.IStreamListener;
import org.eclipse.debug.core.model.IFlushableStreamMonitor;

/** What a process has said on one of its streams, and who wants to hear more of it. */
final class Output implements IFlushableStreamMonitor {
    /** Kept where nobody listens: the end is what counts then. */
    private static final int MOST_KEPT = 1 << 20;

    private final CopyOnWriteArrayList<IStreamListener> listeners = new CopyOnWriteArrayList<>();
    private final StringBuilder contents = new StringBuilder();
    private boolean buffered = true;

    /** Adds what was said. */
    void append(String text) {
        synchronized (this) {
            if (buffered) {
                contents.append(text);
                if (contents.length() > MOST_KEPT) {
                    contents.delete(0, contents.length() - MOST_KEPT / 2);
                }
            }
        }
        listeners.forEach(listener -> listener.streamAppended(text, this));
    }

    @Override
    public void addListener(IStreamListener listener) {
        listeners.addIfAbsent(listener);
    }

    @Override
    public void removeListener(IStreamListener listener) {
        listeners.remove(listener);
    }

    @Override
    public synchronized String getContents() {
        return contents.toString();
    }

    @Override
    public synchronized void flushContents() {
        contents.setLength(0);
    }

    @Override
    public synchronized void setBuffered(boolean buffer) {
        buffered = buffer;
    }

    @Override
    public synchronized boolean isBuffered() {
        return buffered;
    }
}
