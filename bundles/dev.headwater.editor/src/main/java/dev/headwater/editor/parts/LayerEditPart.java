package dev.headwater.editor.parts;

import dev.headwater.core.edit.Grid;
import dev.headwater.core.network.LayerReference;
import dev.headwater.core.network.Node;
import dev.headwater.editor.figures.Figures;
import dev.headwater.editor.figures.NodeFigure;
import dev.headwater.editor.figures.Port;
import dev.headwater.editor.figures.Words;
import dev.headwater.editor.model.NetworkModel;
import dev.headwater.editor.scene.Family;
import dev.headwater.editor.scene.NodeKey;
import dev.headwater.editor.scene.Scene;
import dev.headwater.editor.scene.Spot;
import dev.headwater.editor.scene.Wire;
import java.util.List;
import org.eclipse.draw2d.ConnectionAnchor;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.AccessibleEditPart;
import org.eclipse.gef.ConnectionEditPart;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.NodeEditPart;
import org.eclipse.gef.Request;
import org.eclipse.gef.editparts.AbstractGraphicalEditPart;
import org.eclipse.swt.accessibility.AccessibleEvent;

/** A node of the design: a layer, or a block however often it is repeated. */
public final class LayerEditPart extends AbstractGraphicalEditPart implements NodeEditPart {
    private Spot shown;
    private List<Wire> into = List.of();
    private List<Wire> outOf = List.of();

    /** What the node is known by. */
    public NodeKey key() {
        return (NodeKey) getModel();
    }

    /** The node as the diagram shows it; {@code null} once it is gone. */
    public Spot spot() {
        return getParent() == null ? null : scene().spot(key());
    }

    private NetworkEditPart network() {
        return (NetworkEditPart) getParent();
    }

    private Scene scene() {
        return network().scene();
    }

    /** Brings figure and wires up to date where the scene changed them. */
    void update() {
        Spot spot = spot();
        if (spot != null && !spot.equals(shown)) {
            refreshVisuals();
        }
        List<Wire> in = network().visible(scene().into(key()));
        List<Wire> out = network().visible(scene().outOf(key()));
        boolean moved = in.size() != into.size();
        if (!in.equals(into)) {
            into = in;
            refreshTargetConnections();
        }
        if (!out.equals(outOf)) {
            outOf = out;
            refreshSourceConnections();
        }
        for (Object wire : getTargetConnections()) {
            ((WireEditPart) wire).update(moved);
        }
    }

    @Override
    public void addNotify() {
        into = network().visible(scene().into(key()));
        outOf = network().visible(scene().outOf(key()));
        super.addNotify();
    }

    @Override
    protected IFigure createFigure() {
        return Figures.of(Family.of(spot().node()));
    }

    @Override
    protected void createEditPolicies() {
        installEditPolicy(EditPolicy.GRAPHICAL_NODE_ROLE, new WiringPolicy());
    }

    @Override
    protected void refreshVisuals() {
        Spot spot = spot();
        if (spot == null) {
            return;
        }
        shown = spot;
        Grid grid = network().grid();
        Rectangle place = new Rectangle(spot.place().x(), spot.place().y(), grid.width(), grid.height());
        ((NodeFigure) getFigure()).show(spot, place);
        ((GraphicalEditPart) getParent()).setLayoutConstraint(this, getFigure(), place);
    }

    @Override
    public void setSelected(int value) {
        super.setSelected(value);
        ((NodeFigure) getFigure()).setSelected(value != EditPart.SELECTED_NONE);
    }

    @Override
    public void setFocus(boolean value) {
        super.setFocus(value);
        ((NodeFigure) getFigure()).setFocused(value);
    }

    @Override
    protected List<Wire> getModelSourceConnections() {
        return outOf;
    }

    @Override
    protected List<Wire> getModelTargetConnections() {
        return into;
    }

    @Override
    public ConnectionAnchor getSourceConnectionAnchor(ConnectionEditPart connection) {
        return Port.output(getFigure());
    }

    @Override
    public ConnectionAnchor getTargetConnectionAnchor(ConnectionEditPart connection) {
        Wire wire = (Wire) connection.getModel();
        Spot spot = spot();
        return Port.input(getFigure(), wire.input(), spot == null ? 1 : spot.node().from().size());
    }

    @Override
    public ConnectionAnchor getSourceConnectionAnchor(Request request) {
        return Port.output(getFigure());
    }

    @Override
    public ConnectionAnchor getTargetConnectionAnchor(Request request) {
        return Port.input(getFigure(), 0, 1);
    }

    @Override
    @SuppressWarnings("rawtypes") // GEF's signature
    public Object getAdapter(Class key) {
        if (key == NetworkModel.class) {
            return getParent() == null ? null : network().draft();
        }
        if (key == Node.class) {
            return getParent() == null ? null : network().draft().network().node(key().id());
        }
        if (key == LayerReference.class) {
            return new LayerReference(getParent() == null ? null : network().draft().file(), key().id());
        }
        if (key == AccessibleEditPart.class) {
            return new AccessibleGraphicalEditPart() {
                @Override
                public void getName(AccessibleEvent event) {
                    event.result = spot() == null ? key().id() : Words.of(spot());
                }
            };
        }
        return super.getAdapter(key);
    }
}
