package dev.headwater.ui.perspective;

import java.io.IOException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialogWithToggle;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.eclipse.ui.statushandlers.StatusManager;

/**
 * The question whether to open the Headwater perspective. It is asked once: the answer is remembered if the user wants it,
 * and can be changed on the preference page. The platform's own question is about kinds of projects; ours also follows a
 * new file.
 */
public final class PerspectiveOffer {
    /** The node of the preference. */
    public static final String NODE = "dev.headwater.ui";
    /** The preference: {@code prompt}, {@code always} or {@code never}. */
    public static final String KEY = "openPerspective";

    private PerspectiveOffer() {
    }

    /** Opens the perspective if the user wants it; asks where that is not known. */
    public static void make(IWorkbenchWindow window) {
        IWorkbenchPage page = window.getActivePage();
        IPerspectiveDescriptor now = page.getPerspective();
        if (now != null && now.getId().equals(HeadwaterPerspective.ID) || !wanted(window)) {
            return;
        }
        try {
            window.getWorkbench().showPerspective(HeadwaterPerspective.ID, window);
        } catch (WorkbenchException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }

    private static boolean wanted(IWorkbenchWindow window) {
        ScopedPreferenceStore store = new ScopedPreferenceStore(InstanceScope.INSTANCE, NODE);
        return switch (store.getString(KEY)) {
            case MessageDialogWithToggle.ALWAYS -> true;
            case MessageDialogWithToggle.NEVER -> false;
            default -> asked(window, store);
        };
    }

    private static boolean asked(IWorkbenchWindow window, ScopedPreferenceStore store) {
        MessageDialogWithToggle dialog = MessageDialogWithToggle.openYesNoQuestion(window.getShell(),
                Messages.PerspectiveOffer_title, Messages.PerspectiveOffer_question, Messages.PerspectiveOffer_remember,
                false, store, KEY);
        save(store);
        return dialog.getReturnCode() == IDialogConstants.YES_ID;
    }

    /** Writes the preference to the disk: the workbench does it only for the store of a preference page. */
    public static void save(ScopedPreferenceStore store) {
        if (!store.needsSaving()) {
            return;
        }
        try {
            store.save();
        } catch (IOException e) {
            StatusManager.getManager().handle(Status.error(Messages.PerspectiveOffer_notSaved, e));
        }
    }
}
