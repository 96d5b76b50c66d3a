package dev.headwater.editor.figures;

import org.eclipse.draw2d.AbstractRouter;
import org.eclipse.draw2d.Connection;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.PointList;

/** Draws wires straight, or down their lanes. */
public final class WireRouter extends AbstractRouter {
    private static final int STUB = 10;

    @Override
    public void route(Connection connection) {
        Point start = getStartPoint(connection).getCopy();
        Point end = getEndPoint(connection).getCopy();
        connection.translateToRelative(start);
        connection.translateToRelative(end);
        PointList points = new PointList();
        points.addPoint(start);
        if (connection instanceof WireFigure wire && wire.lane() != null) {
            int x = wire.lane();
            points.addPoint(new Point(x, start.y + STUB));
            points.addPoint(new Point(x, end.y - 2 * STUB));
            points.addPoint(new Point(end.x, end.y - STUB));
        } else if (start.x != end.x && end.y - start.y > 2 * STUB) {
            points.addPoint(new Point(start.x, start.y + STUB / 2));
            points.addPoint(new Point(end.x, end.y - STUB)); // so that the head does not lie on its side
        }
        points.addPoint(end);
        connection.setPoints(points);
    }
}
