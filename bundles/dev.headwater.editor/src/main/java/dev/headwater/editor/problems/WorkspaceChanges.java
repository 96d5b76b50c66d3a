package dev.headwater.editor.problems;

import java.util.HashSet;
import java.util.Set;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourceAttributes;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;

/** Finds the network files that are to be checked anew after a change in the workspace. */
final class WorkspaceChanges implements IResourceChangeListener {
    private static final String EXTENSION = "headwater"; //$NON-NLS-1$
    private static final int CONTENT = IResourceDelta.CONTENT | IResourceDelta.REPLACED | IResourceDelta.ENCODING;

    private final Validation validation;

    WorkspaceChanges(Validation validation) {
        this.validation = validation;
    }

    @Override
    public void resourceChanged(IResourceChangeEvent event) {
        IResourceDelta delta = event.getDelta();
        if (event.getType() != IResourceChangeEvent.POST_CHANGE || delta == null) {
            return;
        }
        Set<IFile> files = new HashSet<>();
        try {
            delta.accept(change -> {
                if (change.getResource() instanceof IFile file && isChanged(change) && isOurs(file)) {
                    files.add(file);
                }
                return true;
            });
        } catch (CoreException e) {
            ILog.of(WorkspaceChanges.class).log(e.getStatus());
        }
        validation.watched().forEach((file, data) -> {
            if (data.stream().map(delta::findMember).anyMatch(WorkspaceChanges::cameOrWent)) {
                files.add(file);
            }
        });
        validation.enqueue(files);
    }

    private static boolean isChanged(IResourceDelta change) {
        return change.getKind() == IResourceDelta.ADDED
                || change.getKind() == IResourceDelta.CHANGED && (change.getFlags() & CONTENT) != 0;
    }

    private static boolean cameOrWent(IResourceDelta change) {
        return change != null && (change.getKind() == IResourceDelta.ADDED
                || change.getKind() == IResourceDelta.REMOVED);
    }

    /** A link may lead out of the project: what it leads to is read only once somebody opens it. */
    private static boolean isOurs(IFile file) {
        ResourceAttributes attributes = file.getResourceAttributes();
        return EXTENSION.equals(file.getFileExtension()) && !file.isLinked(IResource.CHECK_ANCESTORS)
                && !file.isDerived(IResource.CHECK_ANCESTORS) && !(attributes != null && attributes.isSymbolicLink());
    }
}
