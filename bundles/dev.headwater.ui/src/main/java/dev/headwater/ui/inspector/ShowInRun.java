package dev.headwater.ui.inspector;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.part.ShowInContext;

/** Finds the run that somebody wants shown. */
final class ShowInRun {
    private ShowInRun() {
    }

    /** The folder of the run that the selected resource is or lies in, or {@code null}. */
    static Path folder(ShowInContext context) {
        Object selected = context.getSelection() instanceof IStructuredSelection structured
                ? structured.getFirstElement()
                : context.getInput();
        IResource resource = Adapters.adapt(selected, IResource.class);
        while (resource != null && resource.getType() != IResource.PROJECT && resource.getType() != IResource.ROOT) {
            IPath location = resource.getLocation();
            if (location != null && Files.isRegularFile(location.toPath().resolve("run.json"))) {
                return location.toPath();
            }
            resource = resource.getParent();
        }
        return null;
    }
}
