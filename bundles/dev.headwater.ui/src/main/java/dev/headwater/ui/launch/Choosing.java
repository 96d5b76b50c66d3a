package dev.headwater.ui.launch;

import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.ElementTreeSelectionDialog;
import org.eclipse.ui.model.BaseWorkbenchContentProvider;
import org.eclipse.ui.model.WorkbenchLabelProvider;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerFilter;

/** Lets the user choose files and folders for a launch configuration. */
final class Choosing {
    private static final String BUNDLE = "dev.headwater.ui";

    private Choosing() {
    }

    /** The network that is selected, or open and active, where the dialog was opened; {@code null} if none is. */
    static IFile selectedNetwork() {
        IResource resource = DebugUITools.getSelectedResource();
        return resource instanceof IFile file && NetworkSelection.isNetwork(file) ? file : null;
    }

    /** A network of the workspace, as a path in it. */
    static Optional<String> network(Shell shell, IFile shown) {
        ElementTreeSelectionDialog dialog = new ElementTreeSelectionDialog(shell, new WorkbenchLabelProvider(),
                new BaseWorkbenchContentProvider());
        dialog.setTitle(Messages.Choosing_network);
        dialog.setMessage(Messages.Choosing_networkMessage);
        dialog.setAllowMultiple(false);
        dialog.setInput(ResourcesPlugin.getWorkspace().getRoot());
        dialog.addFilter(new NetworksOnly());
        dialog.setValidator(selection -> selection.length == 1 && selection[0] instanceof IFile ? Status.OK_STATUS
                : new Status(IStatus.ERROR, BUNDLE, ""));
        dialog.setInitialSelection(shown);
        return dialog.open() == Window.OK && dialog.getFirstResult() instanceof IFile file
                ? Optional.of(file.getFullPath().toPortableString())
                : Optional.empty();
    }

    /** A folder of the file system. */
    static Optional<String> folder(Shell shell, String shown) {
        DirectoryDialog dialog = new DirectoryDialog(shell, SWT.OPEN | SWT.SHEET);
        dialog.setMessage(Messages.Choosing_folder);
        dialog.setFilterPath(shown);
        return Optional.ofNullable(dialog.open());
    }

    /** Hides all files but networks, and closed projects. */
    private static final class NetworksOnly extends ViewerFilter {
        @Override
        public boolean select(Viewer viewer, Object parent, Object element) {
            return element instanceof IFile file ? NetworkSelection.isNetwork(file)
                    : element instanceof IResource resource && resource.isAccessible() && !resource.isDerived();
        }
    }
}
