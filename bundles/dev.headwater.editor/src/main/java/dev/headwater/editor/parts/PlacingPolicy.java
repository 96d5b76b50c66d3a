package dev.headwater.editor.parts;

import dev.headwater.core.edit.Diagram;
import dev.headwater.core.edit.Grid;
import dev.headwater.core.edit.Place;
import dev.headwater.core.edit.Structure;
import dev.headwater.core.network.Network;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.Request;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.editpolicies.LayoutEditPolicy;
import org.eclipse.gef.requests.ChangeBoundsRequest;
import org.eclipse.gef.requests.CreateRequest;
import org.eclipse.osgi.util.NLS;

/**
 * Puts new layers where they are dropped and moves those that are dragged. From then on the network says where all its
 * nodes stand: nothing shall jump because one was moved.
 */
final class PlacingPolicy extends LayoutEditPolicy {
    private NetworkEditPart network() {
        return (NetworkEditPart) getHost();
    }

    @Override
    protected EditPolicy createChildEditPolicy(EditPart child) {
        return new MovingPolicy();
    }

    @Override
    protected Command getCreateCommand(CreateRequest request) {
        if (!(request.getNewObject() instanceof NewLayer layer) || network().grid() == null) {
            return null;
        }
        Point point = request.getLocation().getCopy();
        network().getFigure().translateToRelative(point);
        Grid grid = network().grid();
        Place place = new Place(point.x - grid.width() / 2, point.y - grid.height() / 2);
        return network().draft().command(before -> {
            String id = Structure.freeId(before, layer.kind());
            Map<String, Place> places = new HashMap<>(network().scene().places());
            places.put(id, place);
            return Diagram.place(added(before, layer, id), places);
        }, NLS.bind(Messages.Add_label, layer.kind()));
    }

    /** The network with one layer more. */
    static Network added(Network before, NewLayer layer, String id) {
        return layer.block() ? Structure.addBlock(before, layer.kind(), id) : Structure.add(before, layer.kind(), id);
    }

    @Override
    protected Command getMoveChildrenCommand(Request request) {
        if (!(request instanceof ChangeBoundsRequest move)) {
            return null;
        }
        Point delta = move.getMoveDelta();
        // A distance scales with the zoom, but must not be moved by the scroll bars.
        Dimension distance = new Dimension(delta.x, delta.y);
        network().getFigure().translateToRelative(distance);
        Map<String, Place> places = new HashMap<>(network().scene().places());
        String only = null;
        int count = 0;
        for (Object part : move.getEditParts()) {
            if (part instanceof LayerEditPart layer && layer.spot() != null) {
                only = layer.key().id();
                count++;
                places.put(only, layer.spot().place().plus(distance.width, distance.height));
            }
        }
        return count == 0 ? null : network().draft().command(before -> Diagram.place(before, places), count == 1
                ? NLS.bind(Messages.Move_label, only) : NLS.bind(Messages.Move_several_label, count));
    }
}
