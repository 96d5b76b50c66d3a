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
        }
        points.addPoint(end);
        connection.setPoints(points);
    }
}
