package dev.headwater.editor.parts;

import dev.headwater.editor.figures.WireFigure;
import dev.headwater.editor.model.NetworkModel;
import dev.headwater.editor.scene.Wire;
import org.eclipse.draw2d.IFigure;
import org.eclipse.gef.AccessibleEditPart;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.editparts.AbstractConnectionEditPart;
import org.eclipse.gef.editpolicies.ConnectionEndpointEditPolicy;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.accessibility.AccessibleEvent;

/** A connection between two nodes. */
public final class WireEditPart extends AbstractConnectionEditPart {
    /** What connects what. */
    public Wire wire() {
        return (Wire) getModel();
    }

    /** Takes another lane if there is one, and another place at the target if the inputs became more or fewer. */
    void update(boolean inputsChanged) {
        if (inputsChanged) {
            refresh();
        }
        if (network() != null) {
            ((WireFigure) getFigure()).setLane(network().scene().lane(wire()));
        }
    }

    private NetworkEditPart network() {
        EditPart end = getTarget() == null ? getSource() : getTarget();
        return end == null ? null : (NetworkEditPart) end.getParent();
    }

    @Override
    protected IFigure createFigure() {
        return new WireFigure();
    }

    @Override
    protected void createEditPolicies() {
        installEditPolicy(EditPolicy.CONNECTION_ENDPOINTS_ROLE, new ConnectionEndpointEditPolicy());
    }

    @Override
    protected void refreshVisuals() {
        if (network() != null) {
            ((WireFigure) getFigure()).setLane(network().scene().lane(wire()));
        }
    }

    @Override
    public void setSelected(int value) {
        super.setSelected(value);
        ((WireFigure) getFigure()).setSelected(value != EditPart.SELECTED_NONE);
    }

    @Override
    @SuppressWarnings("rawtypes") // GEF's signature
    public Object getAdapter(Class key) {
        if (key == NetworkModel.class) {
            return network() == null ? null : network().draft();
        }
        if (key == AccessibleEditPart.class) {
            return new AccessibleGraphicalEditPart() {
                @Override
                public void getName(AccessibleEvent event) {
                    event.result = NLS.bind(Messages.Wire_name, wire().from().id(), wire().to().id());
                }
            };
        }
        return super.getAdapter(key);
    }
}
