package dev.headwater.ui.tests.robot;

import dev.headwater.editor.NetworkEditor;
import java.util.Map;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.EditPartViewer;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.palette.PaletteEntry;
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

    /** Clicks the palette's entry of this label. */
    public void tool(String label) {
        robot.click(robot.see(() -> entry(label)));
    }

    /** Clicks into the diagram at a place counted from its upper left corner. */
    public void click(int x, int y) {
        robot.click(robot.see(() -> editor.viewer().getControl().toDisplay(x, y)));
    }

    /** Clicks a node. */
    public void click(String node) {
        robot.click(robot.see(() -> middle(editor.screenBounds(node))));
    }

    private static Point middle(org.eclipse.swt.graphics.Rectangle area) {
        return new Point(area.x + area.width / 2, area.y + area.height / 2);
    }

    private Point entry(String label) {
        EditPartViewer palette = editor.viewer().getEditDomain().getPaletteViewer();
        for (Object each : palette.getEditPartRegistry().entrySet()) {
            Map.Entry<?, ?> one = (Map.Entry<?, ?>) each;
            if (one.getKey() instanceof PaletteEntry entry && label.equals(entry.getLabel())
                    && one.getValue() instanceof GraphicalEditPart part && part.getChildren().isEmpty()) {
                IFigure figure = part.getFigure();
                Rectangle bounds = figure.getBounds().getCopy();
                figure.translateToAbsolute(bounds);
                return palette.getControl().toDisplay(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
            }
        }
        throw new AssertionError("the palette has no " + label);
    }
}
