package dev.headwater.launching.process;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

/** What becomes of a process that was asked to end and does not: it is killed, with all that it started. */
final class Killing extends Job {
    /** How long a process may take to finish its step and save. */
    static final long PATIENCE_MILLIS = 10_000;

    private final Process process;
    private volatile boolean killed;

    Killing(Training training, Process process) {
        super(NLS.bind(Messages.Killing_name, training.name()));
        setSystem(true);
        this.process = process;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        if (process.isAlive()) {
            killed = true;
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return Status.OK_STATUS;
    }

    /** Gives up, for the process has ended; says whether it was killed. */
    boolean done() {
        cancel();
        return killed;
    }
}
