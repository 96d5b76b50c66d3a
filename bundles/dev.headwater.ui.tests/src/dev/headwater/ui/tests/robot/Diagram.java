package dev.headwater.ui.tests.robot;

import dev.headwater.editor.NetworkEditor;
import dev.headwater.editor.scene.Wire;
import java.util.Map;
import org.eclipse.draw2d.Connection;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.PointList;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.ConnectionEditPart;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.palette.PaletteDrawer;
import org.eclipse.gef.palette.PaletteEntry;
import org.eclipse.gef.ui.palette.PaletteViewer;
import org.eclipse.swt.graphics.Point;

/** A network's diagram under a person's hands: where its nodes and the entries of its palette are. */
public final class Diagram {
    private final Robot robot;
    private final NetworkEditor editor;

    /** The diagram of an open editor. */
    public Diagram(Robot robot, NetworkEditor editor) {
        this.robot = robot;
        this.editor = editor;
    }

    /** Clicks the palette's entry of this label; opens its drawer before. */
    public void tool(String label) {
        Point closed = robot.see(() -> closedDrawer(label));
        if (closed != null) {
            robot.click(closed);
            robot.until("the drawer of " + label + " is open", () -> closedDrawer(label) == null);
            robot.settle(); // it slides
        }
        robot.click(robot.see(() -> middleOf(entry(label))));
    }

    /** Clicks into the diagram at a place counted from its upper left corner. */
    public void click(int x, int y) {
        robot.click(robot.see(() -> editor.viewer().getControl().toDisplay(x, y)));
    }

    /** Clicks a node. */
    public void click(String node) {
        robot.click(robot.see(() -> middle(editor.screenBounds(node))));
    }

    /** Drags from a place of the diagram to another, both counted from its upper left corner. */
    public void drag(int x, int y, int toX, int toY) {
        robot.drag(robot.see(() -> editor.viewer().getControl().toDisplay(x, y)),
                robot.see(() -> editor.viewer().getControl().toDisplay(toX, toY)));
    }

    /** Moves the mouse where there is nothing: while a tooltip is open, keys that SWT posts go astray. */
    public void rest() {
        robot.move(robot.see(() -> {
            Point size = editor.viewer().getControl().getSize();
            return editor.viewer().getControl().toDisplay(size.x - 40, size.y - 40);
        }));
        robot.settle();
    }

    /** Where a node is, counted from the diagram's upper left corner. */
    public org.eclipse.swt.graphics.Rectangle bounds(String node) {
        return robot.see(() -> {
            org.eclipse.swt.graphics.Rectangle on = editor.screenBounds(node);
            Point corner = editor.viewer().getControl().toControl(on.x, on.y);
            return new org.eclipse.swt.graphics.Rectangle(corner.x, corner.y, on.width, on.height);
        });
    }

    /** Clicks the connection between two nodes, and then drags its end from the second to another node. */
    public void reconnect(String from, String to, String other) {
        robot.click(robot.see(() -> along(from, to, 0.5)));
        robot.drag(robot.see(() -> along(from, to, 1)), robot.see(() -> middle(editor.screenBounds(other))));
    }

    /** Clicks the connection between two nodes. */
    public void clickWire(String from, String to) {
        robot.click(robot.see(() -> along(from, to, 0.5)));
    }

    /** A point of a connection's last stretch: 0 is its beginning, 1 its end. */
    private Point along(String from, String to, double share) {
        for (Object each : editor.viewer().getEditPartRegistry().values()) {
            if (each instanceof ConnectionEditPart part && part.getModel() instanceof Wire wire
                    && wire.from().id().equals(from) && wire.to().id().equals(to)) {
                Connection figure = (Connection) part.getFigure();
                PointList points = figure.getPoints().getCopy();
                figure.translateToAbsolute(points);
                org.eclipse.draw2d.geometry.Point a = points.getPoint(points.size() - 2);
                org.eclipse.draw2d.geometry.Point b = points.getLastPoint();
                return editor.viewer().getControl().toDisplay((int) Math.round(a.x + share * (b.x - a.x)), (int) Math
                        .round(a.y + share * (b.y - a.y)));
            }
        }
        throw new AssertionError("nothing connects " + from + " with " + to);
    }

    private static Point middle(org.eclipse.swt.graphics.Rectangle area) {
        return new Point(area.x + area.width / 2, area.y + area.height / 2);
    }

    private PaletteViewer palette() {
        return editor.viewer().getEditDomain().getPaletteViewer();
    }

    /** Where the header of the closed drawer is in which an entry lies; {@code null} if it is open. */
    private Point closedDrawer(String label) {
        GraphicalEditPart part = entry(label);
        if (!(((PaletteEntry) part.getModel()).getParent() instanceof PaletteDrawer drawer)
                || palette().isExpanded(drawer)) {
            return null;
        }
        return middleOf((GraphicalEditPart) palette().getEditPartRegistry().get(drawer));
    }

    private Point middleOf(GraphicalEditPart part) {
        IFigure figure = part.getFigure();
        Rectangle bounds = figure.getBounds().getCopy();
        figure.translateToAbsolute(bounds);
        return palette().getControl().toDisplay(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
    }

    private GraphicalEditPart entry(String label) {
        for (Object each : palette().getEditPartRegistry().entrySet()) {
            Map.Entry<?, ?> one = (Map.Entry<?, ?>) each;
            if (one.getKey() instanceof PaletteEntry entry && label.equals(entry.getLabel())
                    && one.getValue() instanceof GraphicalEditPart part && part.getChildren().isEmpty()) {
                return part;
            }
        }
        throw new AssertionError("the palette has no " + label);
    }
}
