package dev.headwater.editor.parts;

import java.util.List;
import org.eclipse.gef.Handle;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.editpolicies.NonResizableEditPolicy;
import org.eclipse.gef.requests.ChangeBoundsRequest;

/** Lets a node be dragged. All that are dragged together are moved by one command, which the first of them gives. */
final class MovingPolicy extends NonResizableEditPolicy {
    @Override
    protected Command getMoveCommand(ChangeBoundsRequest request) {
        if (request.getEditParts().isEmpty() || request.getEditParts().getFirst() != getHost()) {
            return null;
        }
        ChangeBoundsRequest all = new ChangeBoundsRequest(REQ_MOVE_CHILDREN);
        all.setEditParts(request.getEditParts());
        all.setMoveDelta(request.getMoveDelta());
        all.setLocation(request.getLocation());
        all.setExtendedData(request.getExtendedData());
        return getHost().getParent().getCommand(all);
    }

    /** None: the border of the figure shows that it is selected, and the whole figure can be dragged. */
    @Override
    protected List<Handle> createSelectionHandles() {
        return List.of();
    }

    @Override
    protected void showFocus() {
        // the figure shows it
    }

    @Override
    protected void hideFocus() {
        // the figure shows it
    }
}
