package dev.headwater.ui.wizards;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.WizardNewFileCreationPage;
import org.eclipse.ui.statushandlers.StatusManager;

/** The page that asks where the network lies and what it is called. */
final class NetworkFilePage extends WizardNewFileCreationPage {
    private static final String EXTENSION = "headwater";

    private final Supplier<NetworkTemplate> template;
    private String proposed = "";

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
        if (getContainerFullPath() == null) {
            onlyProject().ifPresent(this::setContainerFullPath);
        }
        propose();
        setPageComplete(validatePage());
        // The page begins with its prompt: nobody has done anything wrong yet.
        setErrorMessage(null);
        setMessage(null);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(getControl(), "dev.headwater.ui.newNetwork");
    }

    private static Optional<IPath> onlyProject() {
        List<IProject> open = Stream.of(ResourcesPlugin.getWorkspace().getRoot().getProjects())
                .filter(IProject::isAccessible).toList();
        return open.size() == 1 ? Optional.of(open.get(0).getFullPath()) : Optional.empty();
    }

    private void propose() {
        proposed = FreeName.of(Messages.NetworkFilePage_stem, "." + EXTENSION, this::exists);
        setFileName(proposed);
    }

    /** Another folder may have a file of the proposed name: then another is proposed, unless the user chose one. */
    @Override
    public void handleEvent(Event event) {
        if (getFileName().equals(proposed) && exists(proposed)) {
            propose();
        }
        super.handleEvent(event);
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
