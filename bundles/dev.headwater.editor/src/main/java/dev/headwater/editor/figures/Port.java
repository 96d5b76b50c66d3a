package dev.headwater.editor.figures;

import org.eclipse.draw2d.AbstractConnectionAnchor;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;

/**
 * Where a wire ends: in the middle of a node's bottom, or at one input's place on its top; at the side where the other
 * end lies beside it, so that the wire does not cross the node.
 */
public final class Port extends AbstractConnectionAnchor {
    private final double share;
    private final boolean top;

    private Port(IFigure owner, boolean top, double share) {
        super(owner);
        this.top = top;
        this.share = share;
    }

    /** The output of a node. */
    public static Port output(IFigure node) {
        return new Port(node, false, 0.5);
    }

    /** One of so many inputs of a node. */
    public static Port input(IFigure node, int input, int inputs) {
        return new Port(node, true, (input + 1.0) / (inputs + 1));
    }

    @Override
    public Point getLocation(Point reference) {
        Rectangle box = getOwner().getBounds().getCopy();
        getOwner().translateToAbsolute(box);
        if (reference != null && (top ? reference.y > box.y : reference.y < box.y + box.height)) {
            if (reference.x < box.x) {
                return new Point(box.x, box.y + box.height / 2);
            }
            if (reference.x > box.x + box.width) {
                return new Point(box.x + box.width - 1, box.y + box.height / 2);
            }
        }
        return new Point(box.x + (int) Math.round(box.width * share), top ? box.y : box.y + box.height - 1);
    }

    @Override
    public Point getReferencePoint() {
        return getLocation(null);
    }
}
