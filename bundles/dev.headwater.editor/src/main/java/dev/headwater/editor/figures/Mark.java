package dev.headwater.editor.figures;

import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.geometry.PointList;
import org.eclipse.draw2d.geometry.Rectangle;

/** The sign of a problem, told by its form and not by its color alone: a disk with a cross, or a triangle with a bar. */
final class Mark {
    private Mark() {
    }

    static void paint(Graphics graphics, int x, int y, int size, boolean error) {
        int side = Math.min(size, 15);
        graphics.setBackgroundColor((error ? Paint.ERROR : Paint.WARNING).color());
        graphics.setForegroundColor(Paint.NODE.color());
        if (error) {
            graphics.fillOval(new Rectangle(x, y, side, side));
            int inner = side / 3;
            graphics.setLineWidth(2);
            graphics.drawLine(x + inner, y + inner, x + side - inner - 1, y + side - inner - 1);
            graphics.drawLine(x + side - inner - 1, y + inner, x + inner, y + side - inner - 1);
        } else {
            PointList triangle = new PointList();
            triangle.addPoint(x + side / 2, y);
            triangle.addPoint(x + side, y + side);
            triangle.addPoint(x, y + side);
            graphics.fillPolygon(triangle);
            graphics.setLineWidth(2);
            int middle = x + side / 2;
            graphics.drawLine(middle, y + side / 3 + 1, middle, y + side - 5);
            graphics.drawLine(middle, y + side - 3, middle, y + side - 2);
        }
        graphics.setLineWidth(1);
    }
}
