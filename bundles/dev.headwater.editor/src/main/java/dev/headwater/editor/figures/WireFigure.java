package dev.headwater.editor.figures;

import java.util.Objects;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.PolygonDecoration;
import org.eclipse.draw2d.PolylineConnection;
import org.eclipse.swt.SWT;

/** A connection: an arrow, straight or down a lane beside the nodes. */
public final class WireFigure extends PolylineConnection {
    private Integer lane;
    private boolean selected;

    /** An arrow from nowhere to nowhere yet. */
    public WireFigure() {
        PolygonDecoration head = new PolygonDecoration();
        head.setScale(7, 3.5);
        setTargetDecoration(head);
    }

    /** The x of the lane it goes down; {@code null} where it goes straight. */
    public Integer lane() {
        return lane;
    }

    /** Leads it down a lane, or straight. */
    public void setLane(Integer x) {
        if (!Objects.equals(lane, x)) {
            lane = x;
            revalidate();
        }
    }

    /** Whether a wide line shows that it is selected. */
    public void setSelected(boolean selected) {
        this.selected = selected;
        setLineWidth(selected ? 2 : 1);
        repaint();
    }

    @Override
    public void paint(Graphics graphics) {
        // The color of the line is the arrow head's too, which asks its parent.
        setForegroundColor((selected ? Paint.SELECTED : Paint.WIRE).color());
        graphics.setAntialias(SWT.ON);
        super.paint(graphics);
    }
}
