package dev.headwater.ui.wizards;

import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.util.Map;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;

/** Puts the project with the examples into a new workspace, without a window: what {@code headwater ide} begins with. */
public final class ExampleWorkspace implements IApplication {
    @Override
    public Object start(IApplicationContext context)
            throws CoreException, InvocationTargetException, InterruptedException {
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(ExamplePage.PROPOSED);
        Map<String, URL> files = ExampleFiles.find();
        if (!project.exists() && !files.isEmpty()) {
            new ExampleProject(project, null, files).run(new NullProgressMonitor());
        }
        ResourcesPlugin.getWorkspace().save(true, new NullProgressMonitor());
        return EXIT_OK;
    }

    @Override
    public void stop() {
        // it ends by itself
    }
}
