package dev.headwater.ui.wizards;

import dev.headwater.ui.perspective.PerspectiveOffer;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;

/** New ▸ Headwater Network: makes a network file from a template, reveals it and opens it. */
public final class NewNetworkWizard extends BasicNewResourceWizard {
    private final TemplatePage template = new TemplatePage();
    private NetworkFilePage file;

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        super.init(workbench, selection);
        setWindowTitle(Messages.NewNetworkWizard_title);
        setNeedsProgressMonitor(true);
        Resources.image("icons/newNetwork.wizard.png").ifPresent(this::setDefaultPageImageDescriptor);
    }

    @Override
    public void addPages() {
        file = new NetworkFilePage(getSelection(), template::chosen);
        addPage(file);
        addPage(template);
    }

    @Override
    public boolean performFinish() {
        IFile made = file.createNewFile();
        if (made == null) {
            return false;
        }
        IWorkbenchWindow window = getWorkbench().getActiveWorkbenchWindow();
        if (window == null || window.getActivePage() == null) {
            return true;
        }
        PerspectiveOffer.make(window);
        selectAndReveal(made, window);
        try {
            IDE.openEditor(window.getActivePage(), made, true);
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
        return true;
    }
}
