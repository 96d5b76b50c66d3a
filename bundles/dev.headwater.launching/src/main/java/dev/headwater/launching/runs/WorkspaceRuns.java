package dev.headwater.launching.runs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/**
 * A watch over the run folders of all open projects. It looks at the file system itself, for a run in a terminal tells
 * the workspace nothing. It works from {@link #open} to {@link #close}; who needs it makes one.
 */
public final class WorkspaceRuns {
    private static final long INTERVAL_MILLIS = 1000;

    private final IWorkspace workspace;
    private final Consumer<List<FoundRun>> listener;
    private final RunCatalog catalog = new RunCatalog();
    private final Job job;
    private volatile boolean closed;
    private List<FoundRun> last;

    /**
     * A watch that tells the runs, newest first, after its first look and whenever something has changed.
     *
     * @param listener called in a background job
     */
    public WorkspaceRuns(IWorkspace workspace, Consumer<List<FoundRun>> listener) {
        this.workspace = workspace;
        this.listener = listener;
        job = Job.create("Headwater runs", this::look);
        job.setSystem(true);
        job.setPriority(Job.DECORATE);
    }

    /** Begins to watch. */
    public void open() {
        job.schedule();
    }

    /** Stops watching; the listener may be told once more if it is being told now. */
    public void close() {
        closed = true;
        job.cancel();
    }

    private IStatus look(@SuppressWarnings("unused") IProgressMonitor monitor) {
        if (closed) {
            return Status.CANCEL_STATUS;
        }
        List<FoundRun> found = catalog.scan(projects());
        if (!found.equals(last)) {
            last = found;
            listener.accept(found);
        }
        if (!closed) {
            job.schedule(INTERVAL_MILLIS);
        }
        return Status.OK_STATUS;
    }

    private List<Path> projects() {
        List<Path> folders = new ArrayList<>();
        for (IProject project : workspace.getRoot().getProjects()) {
            IPath location = project.isOpen() ? project.getLocation() : null;
            if (location != null) {
                folders.add(location.toPath());
            }
        }
        return folders;
    }
}
