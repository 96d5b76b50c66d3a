package dev.headwater.ui.launch;

import dev.headwater.launching.TrainingAttributes;
import dev.headwater.launching.TrainingSettings;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.ILaunchShortcut2;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;

/** Run As ▸ Train Network: trains a file with the configuration it was last trained with, or with a new one. */
public final class TrainShortcut implements ILaunchShortcut2 {
    @Override
    public void launch(ISelection selection, String mode) {
        launch(NetworkSelection.file(selection), mode);
    }

    @Override
    public void launch(IEditorPart editor, String mode) {
        launch(NetworkSelection.file(editor), mode);
    }

    @Override
    public ILaunchConfiguration[] getLaunchConfigurations(ISelection selection) {
        return NetworkSelection.file(selection).map(TrainShortcut::matching).orElseGet(List::of)
                .toArray(ILaunchConfiguration[]::new);
    }

    @Override
    public ILaunchConfiguration[] getLaunchConfigurations(IEditorPart editor) {
        return NetworkSelection.file(editor).map(TrainShortcut::matching).orElseGet(List::of)
                .toArray(ILaunchConfiguration[]::new);
    }

    @Override
    public IResource getLaunchableResource(ISelection selection) {
        return NetworkSelection.file(selection).orElse(null);
    }

    @Override
    public IResource getLaunchableResource(IEditorPart editor) {
        return NetworkSelection.file(editor).orElse(null);
    }

    private static void launch(Optional<IFile> chosen, String mode) {
        if (chosen.isEmpty()) {
            MessageDialog.openInformation(shell(), Messages.TrainShortcut_title, Messages.TrainShortcut_noNetwork);
            return;
        }
        IFile file = chosen.get();
        Display display = PlatformUI.getWorkbench().getDisplay();
        // Configurations are files: neither reading nor writing them may hold up the display.
        Job.createSystem(Messages.TrainShortcut_title, monitor -> {
            List<ILaunchConfiguration> matching = matching(file);
            List<ILaunchConfiguration> offered = matching.isEmpty() ? List.of(create(file)) : matching;
            if (!display.isDisposed()) {
                display.asyncExec(() -> launch(offered, file, mode));
            }
        }).schedule();
    }

    private static void launch(List<ILaunchConfiguration> offered, IFile file, String mode) {
        if (PlatformUI.isWorkbenchRunning() && !PlatformUI.getWorkbench().isClosing()) {
            ILaunchConfiguration configuration = offered.size() == 1 ? offered.getFirst() : choose(offered, file);
            if (configuration != null) {
                InspectorOpening.once();
                DebugUITools.launch(configuration, mode);
            }
        }
    }

    /** The configurations that train a file. */
    private static List<ILaunchConfiguration> matching(IFile file) {
        ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
        String path = file.getFullPath().toPortableString();
        try {
            return List.of(manager.getLaunchConfigurations(manager.getLaunchConfigurationType(
                    TrainingAttributes.TYPE))).stream().filter(each -> path.equals(network(each))).toList();
        } catch (CoreException e) {
            return List.of(); // those that cannot be read are not offered; the dialog shows them
        }
    }

    private static String network(ILaunchConfiguration configuration) {
        try {
            return TrainingSettings.of(configuration).network();
        } catch (CoreException e) {
            return "";
        }
    }

    private static ILaunchConfiguration create(IFile file) throws CoreException {
        ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
        String name = IPath.fromPortableString(file.getName()).removeFileExtension().toString();
        ILaunchConfigurationWorkingCopy copy = manager.getLaunchConfigurationType(TrainingAttributes.TYPE)
                .newInstance(null, manager.generateLaunchConfigurationName(name));
        TrainingSettings.of(file.getFullPath().toPortableString()).write(copy);
        copy.setMappedResources(new IResource[] {file});
        return copy.doSave();
    }

    /** Which of several is meant; {@code null} if none. */
    private static ILaunchConfiguration choose(List<ILaunchConfiguration> several, IFile file) {
        var labels = DebugUITools.newDebugModelPresentation();
        try {
            ElementListSelectionDialog dialog = new ElementListSelectionDialog(shell(), labels);
            dialog.setTitle(Messages.TrainShortcut_title);
            dialog.setMessage(NLS.bind(Messages.TrainShortcut_several, file.getName()));
            dialog.setMultipleSelection(false);
            dialog.setElements(several.toArray());
            dialog.setInitialSelections(several.getFirst());
            return dialog.open() == Window.OK ? (ILaunchConfiguration) dialog.getFirstResult() : null;
        } finally {
            labels.dispose();
        }
    }

    private static Shell shell() {
        var window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        return window == null ? null : window.getShell();
    }
}
