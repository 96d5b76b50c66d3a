package dev.headwater.ui.wizards;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.actions.WorkspaceModifyOperation;

/** Makes the project and copies the examples into it. What was begun and not finished is taken back. */
final class ExampleProject extends WorkspaceModifyOperation {
    private final IProject project;
    private final URI location;
    private final Map<String, URL> files;
    private final List<IFile> made = new ArrayList<>();

    /**
     * An operation that makes this project.
     *
     * @param location where it shall lie; {@code null} for the workspace's folder
     */
    ExampleProject(IProject project, URI location, Map<String, URL> files) {
        super(project.getWorkspace().getRoot());
        this.project = project;
        this.location = location;
        this.files = files;
    }

    @Override
    protected void execute(IProgressMonitor monitor) throws CoreException {
        SubMonitor progress = SubMonitor.convert(monitor, NLS.bind(Messages.ExampleProject_copying, project.getName()),
                files.size() + 3);
        IProjectDescription description = project.getWorkspace().newProjectDescription(project.getName());
        description.setLocationURI(location);
        boolean done = false;
        try {
            project.create(description, progress.split(1));
            project.open(progress.split(1));
            // The folder may have been there before: what lies in it is the user's and stays.
            project.refreshLocal(IResource.DEPTH_INFINITE, progress.split(1));
            for (Map.Entry<String, URL> file : files.entrySet()) {
                copy(file.getKey(), file.getValue(), progress.split(1));
            }
            done = true;
        } finally {
            if (!done) {
                takeBack();
            }
        }
    }

    private void takeBack() throws CoreException {
        for (IFile file : made) {
            file.delete(true, null);
        }
        if (project.exists()) {
            project.delete(IResource.NEVER_DELETE_PROJECT_CONTENT, null);
        }
    }

    private void copy(String name, URL source, SubMonitor progress) throws CoreException {
        IFile target = project.getFile(IPath.fromPortableString(name));
        if (target.exists()) {
            return;
        }
        if (target.getParent() instanceof IFolder folder && !folder.exists()) {
            folder.create(false, true, null);
        }
        try (InputStream content = source.openStream()) {
            target.create(content, false, progress);
            made.add(target);
        } catch (IOException e) {
            throw new CoreException(Status.error(NLS.bind(Messages.ExampleProject_unreadable, name), e));
        }
    }
}
