package dev.headwater.ui.wizards;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.function.Supplier;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.WizardNewFileCreationPage;
import org.eclipse.ui.statushandlers.StatusManager;

/** The page that asks where the network lies and what it is called. */
final class NetworkFilePage extends WizardNewFileCreationPage {
    private static final String EXTENSION = "headwater";

    private final Supplier<NetworkTemplate> template;

    NetworkFilePage(IStructuredSelection selection, Supplier<NetworkTemplate> template) {
        super("file", selection);
        this.template = template;
        setTitle(Messages.NetworkFilePage_title);
        setDescription(Messages.NetworkFilePage_prompt);
        setFileExtension(EXTENSION);
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        if (getFileName().isEmpty()) {
            setFileName(FreeName.of(Messages.NetworkFilePage_stem, "." + EXTENSION, this::exists));
            setPageComplete(validatePage());
            // The page begins with its prompt: nobody has done anything wrong yet.
            setErrorMessage(null);
        }
        PlatformUI.getWorkbench().getHelpSystem().setHelp(getControl(), "dev.headwater.ui.newNetwork");
    }

    private boolean exists(String name) {
        IPath path = getContainerFullPath();
        IResource folder = path == null ? null : ResourcesPlugin.getWorkspace().getRoot().findMember(path);
        return folder instanceof IContainer container && container.findMember(name) != null;
    }

    @Override
    protected String getNewFileLabel() {
        return Messages.NetworkFilePage_name;
    }

    @Override
    protected InputStream getInitialContents() {
        URL entry = Resources.bundle().getEntry(template.get().path());
        try {
            return entry.openStream();
        } catch (IOException e) {
            StatusManager.getManager().handle(Status.error(Messages.NetworkFilePage_noTemplate, e));
            return InputStream.nullInputStream();
        }
    }
}
