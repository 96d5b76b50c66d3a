package dev.headwater.ui.perspective;

import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.console.IConsoleConstants;

/** The Headwater perspective: files and outline to the left, the gradients wide below the network they belong to. */
public final class HeadwaterPerspective implements IPerspectiveFactory {
    /** Its id. */
    public static final String ID = "dev.headwater.ui.perspective";

    private static final String INSPECTOR = "dev.headwater.ui.inspector";
    private static final float LEFT = 0.2f;
    private static final float FILES = 0.6f;
    private static final float EDITOR = 0.48f;
    private static final float GRADIENTS = 0.66f;

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.addView(IPageLayout.ID_PROJECT_EXPLORER, IPageLayout.LEFT, LEFT, IPageLayout.ID_EDITOR_AREA);
        layout.addView(IPageLayout.ID_OUTLINE, IPageLayout.BOTTOM, FILES, IPageLayout.ID_PROJECT_EXPLORER);
        IFolderLayout gradients = layout.createFolder("dev.headwater.ui.gradients", IPageLayout.BOTTOM, EDITOR,
                IPageLayout.ID_EDITOR_AREA);
        gradients.addView(INSPECTOR);
        IFolderLayout details = layout.createFolder("dev.headwater.ui.details", IPageLayout.RIGHT, GRADIENTS,
                "dev.headwater.ui.gradients");
        details.addView(IPageLayout.ID_PROP_SHEET);
        details.addView(IPageLayout.ID_PROBLEM_VIEW);
        details.addView(IConsoleConstants.ID_CONSOLE_VIEW);
        details.addView(IPageLayout.ID_PROGRESS_VIEW);
        layout.addActionSet(IDebugUIConstants.LAUNCH_ACTION_SET);
        shortcuts(layout);
    }

    private static void shortcuts(IPageLayout layout) {
        layout.addNewWizardShortcut("dev.headwater.ui.newNetwork");
        layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.folder");
        layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.file");
        layout.addShowViewShortcut(INSPECTOR);
        layout.addShowViewShortcut(IPageLayout.ID_PROJECT_EXPLORER);
        layout.addShowViewShortcut(IPageLayout.ID_OUTLINE);
        layout.addShowViewShortcut(IPageLayout.ID_PROP_SHEET);
        layout.addShowViewShortcut(IPageLayout.ID_PROBLEM_VIEW);
        layout.addShowViewShortcut(IConsoleConstants.ID_CONSOLE_VIEW);
        layout.addShowViewShortcut(IPageLayout.ID_PROGRESS_VIEW);
        layout.addPerspectiveShortcut(IDebugUIConstants.ID_DEBUG_PERSPECTIVE);
        layout.addPerspectiveShortcut("org.eclipse.ui.resourcePerspective");
    }
}
