package dev.headwater.launching.process;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

/**
 * Lets the workspace know what a process wrote into it: the run's folder. The folder of all runs is marked as derived,
 * so that searches and version control pass it by.
 */
final class RunRefresh implements ICoreRunnable {
    private final Path folder;

    private RunRefresh(Path folder) {
        this.folder = folder;
    }

    /** Schedules it; does nothing for a run outside the workspace. */
    static void of(Training training) {
        try {
            schedule(training);
        } catch (IllegalStateException e) {
            // The IDE is going down, and its workspace is closed already: it looks again when it comes up.
        }
    }

    private static void schedule(Training training) {
        Job job = Job.createSystem(NLS.bind(Messages.RunRefresh_name, training.name()), new RunRefresh(training
                .folder()));
        job.setRule(ResourcesPlugin.getWorkspace().getRoot());
        job.schedule();
    }

    @Override
    public void run(IProgressMonitor monitor) throws CoreException {
        if (!Files.isDirectory(folder)) {
            return; // it never came so far
        }
        IWorkspaceRoot root = ResourcesPlugin.getWorkspace().getRoot();
        for (IContainer runs : root.findContainersForLocationURI(folder.getParent().toUri())) {
            if (runs.getProject() == null || !runs.getProject().isOpen()) {
                continue;
            }
            IFolder run = runs.getFolder(org.eclipse.core.runtime.Path.fromOSString(folder.getFileName().toString()));
            if (runs instanceof IFolder made) {
                made.refreshLocal(IResource.DEPTH_ZERO, monitor);
                if (made.exists() && !made.isDerived()) {
                    made.setDerived(true, monitor);
                }
            }
            run.refreshLocal(IResource.DEPTH_INFINITE, monitor);
        }
    }
}
