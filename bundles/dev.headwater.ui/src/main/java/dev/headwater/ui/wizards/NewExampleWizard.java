package dev.headwater.ui.wizards;

import dev.headwater.ui.perspective.PerspectiveOffer;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;

/** New ▸ Example ▸ Headwater: makes a project with the example networks and opens the one to begin with. */
public final class NewExampleWizard extends BasicNewResourceWizard {
    private final Map<String, URL> files = ExampleFiles.find();
    private ExamplePage page;

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        super.init(workbench, selection);
        setWindowTitle(Messages.NewExampleWizard_title);
        setNeedsProgressMonitor(true);
        Resources.image("icons/newExample.wizard.png").ifPresent(this::setDefaultPageImageDescriptor);
    }

    @Override
    public void addPages() {
        page = new ExamplePage(!files.isEmpty());
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        IProject project = page.getProjectHandle();
        try {
            getContainer().run(true, true, new ExampleProject(project, page.useDefaults() ? null
                    : page.getLocationURI(), files));
        } catch (InterruptedException e) {
            return false;
        } catch (InvocationTargetException e) {
            IStatus cause = e.getCause() instanceof CoreException core ? core.getStatus()
                    : Status.error(NLS.bind(Messages.NewExampleWizard_failed, project.getName()), e.getCause());
            StatusManager.getManager().handle(cause, StatusManager.SHOW | StatusManager.LOG);
            return false;
        }
        IWorkbenchWindow window = getWorkbench().getActiveWorkbenchWindow();
        if (window != null && window.getActivePage() != null) {
            PerspectiveOffer.make(window);
            open(project.getFile(ExampleFiles.FIRST), window);
        }
        return true;
    }

    private void open(IFile first, IWorkbenchWindow window) {
        selectAndReveal(first, window);
        try {
            IDE.openEditor(window.getActivePage(), first, true);
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }
}
