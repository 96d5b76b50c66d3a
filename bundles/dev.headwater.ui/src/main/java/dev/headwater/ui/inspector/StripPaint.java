package dev.headwater.ui.inspector;

import dev.headwater.core.telemetry.LayerRow;
import dev.headwater.launching.runs.HeatMap;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;

/** Draws the heat strip around its picture. */
final class StripPaint {
    private static final int LEAST_MARK = 3;

    private final GC gc;
    private final Scene scene;
    private final HeatMap map;
    private final HeatShape shape;
    private final Rectangle plot;

    /** All that is to be seen. */
    record Scene(HeatPicture picture, Image image, StripLayout layout, Rectangle plot, HeatShape shape, String layer,
            long step, Color ink, Color paper, boolean focus) {
    }

    private StripPaint(GC gc, Scene scene) {
        this.gc = gc;
        this.scene = scene;
        map = scene.picture().map();
        shape = scene.shape();
        plot = scene.plot();
    }

    static void draw(GC gc, Scene scene, HeatLegend legend) {
        StripPaint paint = new StripPaint(gc, scene);
        if (scene.image() == null || scene.plot().width < 1 || scene.plot().height < 1) {
            gc.drawText(Messages.strip_noRows, StripLayout.GAP, StripLayout.GAP, true);
            return;
        }
        paint.picture();
        paint.labels();
        paint.steps();
        legend.draw(gc, scene.ink(), scene.plot().x + scene.plot().width + StripLayout.GAP, scene.plot(),
                scene.layout().line());
        paint.selection();
    }

    private void picture() {
        Rectangle size = scene.image().getBounds();
        gc.setInterpolation(SWT.NONE);
        if (size.width == plot.width && size.height == plot.height) {
            gc.drawImage(scene.image(), plot.x, plot.y);
        } else {
            gc.drawImage(scene.image(), 0, 0, size.width, size.height, plot.x, plot.y, plot.width, plot.height);
        }
        gc.setForeground(Shades.between(scene.ink(), scene.paper(), 0.6f));
        gc.drawRectangle(plot.x - 1, plot.y - 1, plot.width + 1, plot.height + 1);
    }

    /** As many labels as have room; the selected layer always has its own. */
    private void labels() {
        List<LayerRow> rows = map.rows();
        int line = scene.layout().line();
        int stride = Math.max(1, Math.ceilDiv(line * rows.size(), shape.content()));
        int selected = map.rowOf(scene.layer());
        gc.setClipping(0, plot.y - line / 2, plot.x, plot.height + line);
        gc.setForeground(scene.ink());
        int marked = selected < 0 ? Integer.MIN_VALUE / 2 : labelTop(selected);
        int from = shape.rowAt(0) / stride * stride;
        for (int row = from; row < rows.size() && shape.y(row) < plot.height; row += stride) {
            int y = labelTop(row);
            if (row != selected && Math.abs(y - marked) >= line) {
                label(rows.get(row).id(), y);
            }
        }
        if (selected >= 0 && shape.y(selected) < plot.height && shape.y(selected + 1) > 0) {
            gc.setBackground(gc.getDevice().getSystemColor(SWT.COLOR_LIST_SELECTION));
            gc.setForeground(gc.getDevice().getSystemColor(SWT.COLOR_LIST_SELECTION_TEXT));
            gc.fillRectangle(0, marked, plot.x - 2, line);
            label(rows.get(selected).id(), marked);
            gc.setBackground(scene.paper());
            gc.setForeground(scene.ink());
        }
        gc.setClipping((Rectangle) null);
    }

    private int labelTop(int row) {
        return plot.y + (shape.y(row) + shape.y(row + 1) - scene.layout().line()) / 2;
    }

    private void label(String id, int y) {
        String text = StripLayout.elide(gc, id, scene.layout().labels());
        gc.drawText(text, plot.x - StripLayout.GAP - gc.textExtent(text).x, y, true);
    }

    private void steps() {
        long first = map.columns().getFirst().first();
        long newest = map.columns().getLast().last();
        long last = newest + Math.max(0, shape.frames() - map.frames());
        int widest = gc.textExtent(Figures.count(last)).x + 4 * StripLayout.GAP;
        long distance = StepTicks.distance(Math.max(1, last - first), plot.width / Math.max(1, widest));
        int below = plot.y + plot.height + 4;
        gc.setForeground(scene.ink());
        gc.drawText(Messages.strip_axis, plot.x - StripLayout.GAP - gc.textExtent(Messages.strip_axis).x, below, true);
        int free = plot.x - StripLayout.GAP;
        for (long step = Math.ceilDiv(first, distance) * distance; step <= last; step += distance) {
            int x = plot.x + (xOf(step, newest) + xOf(step + 1, newest)) / 2;
            String text = Figures.count(step);
            int width = gc.textExtent(text).x;
            int left = Math.max(plot.x - StripLayout.GAP / 2, x - width / 2);
            if (left >= free) {
                gc.drawLine(x, plot.y + plot.height, x, plot.y + plot.height + 3);
                gc.drawText(text, left, below, true);
                free = left + width + StripLayout.GAP;
            }
        }
    }

    /** Where a step begins, recorded or still to come. */
    private int xOf(long step, long newest) {
        return shape.x(step > newest ? map.frames() + step - newest - 1 : map.frameOf(step));
    }

    /** The crossing of the selected layer and step, light and dark, so that it is seen on every color. */
    private void selection() {
        int row = map.rowOf(scene.layer());
        gc.setClipping(plot.x - 1, plot.y - 1, plot.width + 2, plot.height + 2);
        if (scene.step() >= 0) {
            long frame = map.frameOf(scene.step());
            int x = shape.x(frame);
            mark(x, 0, Math.max(1, shape.x(frame + 1) - x), plot.height);
        }
        if (row >= 0) {
            int y = shape.y(row);
            mark(0, y, plot.width, Math.max(LEAST_MARK, shape.y(row + 1) - y));
        }
        gc.setClipping((Rectangle) null);
        if (scene.focus()) {
            gc.drawFocus(plot.x - 3, plot.y - 3, plot.width + 6, plot.height + 6);
        }
    }

    private void mark(int x, int y, int width, int height) {
        gc.setForeground(gc.getDevice().getSystemColor(SWT.COLOR_BLACK));
        gc.drawRectangle(plot.x + x - 2, plot.y + y - 2, width + 3, height + 3);
        gc.setForeground(gc.getDevice().getSystemColor(SWT.COLOR_WHITE));
        gc.drawRectangle(plot.x + x - 1, plot.y + y - 1, width + 1, height + 1);
    }
}
