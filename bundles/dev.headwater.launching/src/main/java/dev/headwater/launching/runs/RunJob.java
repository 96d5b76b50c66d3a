package dev.headwater.launching.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/**
 * The job that reads an opened run for a view. While the run goes on it looks about fifteen times a second; afterwards
 * it rests until something else is asked for.
 */
public final class RunJob extends Job {
    private static final long INTERVAL_MILLIS = 62;

    private final Path folder;
    private final RunReader reader;
    private final Consumer<RunSnapshot> listener;
    private volatile RunRequest request;
    // Guarded by this: the reader is closed by whoever uses it last.
    private boolean busy;
    private boolean closed;

    /**
     * A job that reads a run.
     *
     * @param listener told every snapshot, in this job
     */
    public RunJob(Path folder, RunRequest request, Consumer<RunSnapshot> listener) {
        super("Headwater run " + folder.getFileName());
        this.folder = folder;
        this.request = request;
        this.listener = listener;
        reader = new RunReader(folder);
        setSystem(true);
        setPriority(SHORT);
    }

    /** The run that it reads. */
    public Path folder() {
        return folder;
    }

    /** Asks for something else; the answer is the next snapshot with the request's number. */
    public void ask(RunRequest wanted) {
        request = wanted;
        wakeUp();
        schedule();
    }

    /** Ends it; nothing more is read. */
    public void close() {
        synchronized (this) {
            closed = true;
            if (!busy) {
                closeReader();
            }
        }
        cancel();
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        synchronized (this) {
            if (closed) {
                return Status.CANCEL_STATUS;
            }
            busy = true;
        }
        try {
            long begin = System.nanoTime();
            RunSnapshot snapshot = reader.poll(request);
            if (snapshot != null) {
                listener.accept(snapshot);
            }
            if (reader.alive()) {
                schedule(Math.max(1, INTERVAL_MILLIS - (System.nanoTime() - begin) / 1_000_000));
            }
            return Status.OK_STATUS;
        } finally {
            synchronized (this) {
                busy = false;
                if (closed) {
                    closeReader();
                }
            }
        }
    }

    private void closeReader() {
        try {
            reader.close();
        } catch (IOException e) {
            // Nothing was written: nothing is lost.
        }
    }
}
