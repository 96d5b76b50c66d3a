package dev.headwater.editor.parts;

import dev.headwater.core.edit.Grid;
import dev.headwater.editor.figures.WireRouter;
import dev.headwater.editor.model.NetworkDraft;
import dev.headwater.editor.model.NetworkModel;
import dev.headwater.editor.scene.NodeKey;
import dev.headwater.editor.scene.Scene;
import dev.headwater.editor.scene.Wire;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.draw2d.ConnectionLayer;
import org.eclipse.draw2d.FreeformLayer;
import org.eclipse.draw2d.FreeformLayout;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.MarginBorder;
import org.eclipse.gef.AccessibleEditPart;
import org.eclipse.gef.DragTracker;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.LayerConstants;
import org.eclipse.gef.Request;
import org.eclipse.gef.editparts.AbstractGraphicalEditPart;
import org.eclipse.gef.tools.MarqueeDragTracker;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.accessibility.AccessibleEvent;

/**
 * The canvas: the network itself. A large network is shown a few nodes at a time, so that its thousand figures never
 * hold up the user.
 */
public final class NetworkEditPart extends AbstractGraphicalEditPart {
    private static final int AT_ONCE = 40;
    /** Figures are made until so much time is used, then the user has a turn. */
    private static final long TURN = 15_000_000;
    private static final int MARGIN = 20;

    private final Set<NodeKey> visible = new HashSet<>();
    private List<NodeKey> keys = List.of();
    private Scene scene = Scene.EMPTY;
    private Grid grid;

    /** The design that is drawn. */
    public NetworkDraft draft() {
        return (NetworkDraft) getModel();
    }

    /** What is drawn now. */
    public Scene scene() {
        return scene;
    }

    /** The measures that it is drawn with. */
    public Grid grid() {
        return grid;
    }

    /** Draws a scene; what is in the former scene as well is only brought up to date. */
    public void show(Scene next, Grid measures) {
        boolean all = isComplete();
        scene = next;
        grid = measures;
        keys = next.keys();
        visible.retainAll(new HashSet<>(keys));
        if (all && keys.size() - visible.size() <= AT_ONCE) {
            visible.addAll(keys);
        }
        update();
    }

    /** Whether every node of the scene has its figure. */
    public boolean isComplete() {
        return visible.size() == keys.size();
    }

    /** Makes some more figures. */
    public void showMore() {
        long begin = System.nanoTime();
        Set<NodeKey> touched = new HashSet<>();
        int index = 0;
        for (int i = 0; i < keys.size() && System.nanoTime() - begin < TURN; i++, index++) {
            NodeKey key = keys.get(i);
            if (visible.add(key)) {
                addChild(createChild(key), index);
                scene.into(key).forEach(wire -> touched.add(wire.from()));
                scene.outOf(key).forEach(wire -> touched.add(wire.to()));
            }
        }
        for (NodeKey key : touched) {
            if (visible.contains(key)) {
                ((LayerEditPart) getViewer().getEditPartRegistry().get(key)).update();
            }
        }
    }

    private void update() {
        refreshChildren();
        for (Object child : getChildren()) {
            ((LayerEditPart) child).update();
        }
    }

    List<Wire> visible(List<Wire> wires) {
        return isComplete() ? wires
                : wires.stream().filter(wire -> visible.contains(wire.from()) && visible.contains(wire.to())).toList();
    }

    @Override
    protected List<NodeKey> getModelChildren() {
        return isComplete() ? keys : keys.stream().filter(visible::contains).toList();
    }

    @Override
    protected IFigure createFigure() {
        FreeformLayer layer = new FreeformLayer();
        layer.setLayoutManager(new FreeformLayout());
        layer.setBorder(new MarginBorder(MARGIN));
        ((ConnectionLayer) getLayer(LayerConstants.CONNECTION_LAYER)).setConnectionRouter(new WireRouter());
        return layer;
    }

    @Override
    protected void createEditPolicies() {
        installEditPolicy(EditPolicy.LAYOUT_ROLE, new PlacingPolicy());
    }

    @Override
    public DragTracker getDragTracker(Request request) {
        return new MarqueeDragTracker();
    }

    @Override
    @SuppressWarnings("rawtypes") // GEF's signature
    public Object getAdapter(Class key) {
        if (key == NetworkModel.class) {
            return draft();
        }
        if (key == AccessibleEditPart.class) {
            return new AccessibleGraphicalEditPart() {
                @Override
                public void getName(AccessibleEvent event) {
                    event.result = NLS.bind(Messages.Network_name, keys.size());
                }
            };
        }
        return super.getAdapter(key);
    }
}
