package dev.headwater.ui.wizards;

import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.WizardNewProjectCreationPage;

/** The page that asks for the name of the project with the examples. */
final class ExamplePage extends WizardNewProjectCreationPage {
    /** The name that is proposed for the project. */
    static final String PROPOSED = "headwater-examples";

    private final boolean installed;

    /** A page. @param installed whether there are examples to copy */
    ExamplePage(boolean installed) {
        super("project");
        this.installed = installed;
        setTitle(Messages.ExamplePage_title);
        setDescription(Messages.ExamplePage_prompt);
        setInitialProjectName(FreeName.of(PROPOSED, "", name -> ResourcesPlugin.getWorkspace().getRoot()
                .getProject(name).exists()));
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(getControl(), "dev.headwater.ui.newExample");
        if (!installed) {
            setPageComplete(validatePage());
        }
    }

    @Override
    protected boolean validatePage() {
        if (!installed) {
            setErrorMessage(Messages.ExamplePage_missing);
            return false;
        }
        return super.validatePage();
    }
}
