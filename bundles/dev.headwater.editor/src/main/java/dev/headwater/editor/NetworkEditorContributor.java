package dev.headwater.editor;

import dev.headwater.editor.diagram.DiagramPage;
import dev.headwater.editor.diagram.Zoom;
import dev.headwater.editor.diagram.ZoomAction;
import java.util.List;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.MultiPageEditorActionBarContributor;

/** Points the workbench's menus at whichever page is on top. */
public final class NetworkEditorContributor extends MultiPageEditorActionBarContributor {
    private static final List<String> SHARED = List.of(ActionFactory.UNDO.getId(), ActionFactory.REDO.getId(),
            ActionFactory.CUT.getId(), ActionFactory.COPY.getId(), ActionFactory.PASTE.getId(), ActionFactory.DELETE
                    .getId(), ActionFactory.SELECT_ALL.getId(), ActionFactory.FIND.getId(), ActionFactory.PRINT
                            .getId());

    private NetworkEditor editor;

    @Override
    public void setActiveEditor(IEditorPart part) {
        editor = part instanceof NetworkEditor network ? network : null;
        super.setActiveEditor(part);
    }

    @Override
    public void setActivePage(IEditorPart page) {
        IActionBars bars = getActionBars();
        for (String id : SHARED) {
            bars.setGlobalActionHandler(id, action(page, id));
        }
        if (editor != null) {
            bars.setGlobalActionHandler(ActionFactory.REVERT.getId(), editor.text().getAction(ActionFactory.REVERT
                    .getId()));
        }
        bars.updateActionBars();
    }

    private static IAction action(IEditorPart page, String id) {
        return switch (page) {
            case DiagramPage diagram -> diagram.action(id);
            case NetworkTextPage text -> text.getAction(id);
            case null, default -> null;
        };
    }

    @Override
    public void contributeToToolBar(IToolBarManager bar) {
        bar.add(new Separator());
        for (Zoom zoom : List.of(Zoom.IN, Zoom.OUT, Zoom.FIT)) {
            bar.add(ZoomAction.of(zoom, () -> editor != null && editor.page() instanceof DiagramPage page ? page
                    : null));
        }
    }
}
