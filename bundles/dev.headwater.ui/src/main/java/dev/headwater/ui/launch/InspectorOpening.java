package dev.headwater.ui.launch;

import dev.headwater.launching.LaunchingPreferences;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

/** Shows the Gradient Inspector when a window's first training begins. Whoever closes it then is not bothered again. */
final class InspectorOpening {
    private static final String VIEW = "dev.headwater.ui.inspector";
    private static boolean opened;

    private InspectorOpening() {
    }

    /** Shows it without taking the focus; to be called on the UI thread. */
    static void once() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IWorkbenchPage page = window == null ? null : window.getActivePage();
        if (opened || !LaunchingPreferences.opensInspector() || page == null || PlatformUI.getWorkbench()
                .getViewRegistry().find(VIEW) == null) {
            return;
        }
        opened = true;
        try {
            page.showView(VIEW, null, IWorkbenchPage.VIEW_VISIBLE);
        } catch (PartInitException e) {
            ILog.of(InspectorOpening.class).log(e.getStatus()); // the training does not need it
        }
    }
}
