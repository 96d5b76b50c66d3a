package dev.headwater.ui.inspector;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

/** The color bar with its powers of ten, and below it what the textures mean. */
final class HeatLegend {
    private static final int DECADES = ColorMap.HIGHEST - ColorMap.LOWEST;

    private HeatLegend() {
    }

    static void draw(GC gc, Color ink, int x, Rectangle plot, int line) {
        int swatches = 2 * (line + 2);
        int y = plot.y + plot.height + line - swatches;
        Rectangle bar = new Rectangle(x, plot.y + line / 2, StripLayout.BAR,
                Math.max(1, y - plot.y - line - StripLayout.GAP));
        bar(gc, bar);
        ticks(gc, ink, bar, line);
        swatch(gc, ink, Texture.ZERO, Messages.legend_zero, x, y, line);
        swatch(gc, ink, Texture.NOT_FINITE, Messages.legend_notFinite, x, y + line + 2, line);
    }

    private static void bar(GC gc, Rectangle bar) {
        for (int y = 0; y < bar.height; y++) {
            int index = (ColorMap.SIZE - 1) * (bar.height - 1 - y) / Math.max(1, bar.height - 1);
            gc.setForeground(color(ColorMap.color(index)));
            gc.drawLine(bar.x, bar.y + y, bar.x + bar.width - 1, bar.y + y);
        }
    }

    private static void ticks(GC gc, Color ink, Rectangle bar, int line) {
        gc.setForeground(ink);
        int every = 1;
        while (every < DECADES && bar.height * every / DECADES < line) {
            every *= 2;
        }
        for (int decade = 0; decade <= DECADES; decade += every) {
            int y = bar.y + bar.height - 1 - decade * (bar.height - 1) / DECADES;
            gc.drawLine(bar.x + bar.width, y, bar.x + bar.width + 2, y);
            gc.drawText("1e" + (ColorMap.LOWEST + decade), bar.x + bar.width + StripLayout.GAP, y - line / 2, true);
        }
    }

    private static void swatch(GC gc, Color ink, Texture texture, String meaning, int x, int y,
            int line) {
        int size = Math.min(StripLayout.BAR, line);
        int top = y + (line - size) / 2;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                gc.setForeground(color(texture.color(i, j)));
                gc.drawPoint(x + i, top + j);
            }
        }
        gc.setForeground(ink);
        gc.drawText(meaning, x + StripLayout.BAR + StripLayout.GAP, y, true);
    }

    private static Color color(int rgb) {
        return new Color(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }
}
