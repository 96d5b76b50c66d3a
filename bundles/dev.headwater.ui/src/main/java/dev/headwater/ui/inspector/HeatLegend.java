package dev.headwater.ui.inspector;

import java.util.function.IntBinaryOperator;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Rectangle;

/** The color bar with its powers of ten, and below it what the textures mean. Keeps its images until disposed. */
final class HeatLegend {
    private static final int DECADES = ColorMap.HIGHEST - ColorMap.LOWEST;
    private static final int SIZE = StripLayout.BAR;

    private final Image[] swatches = new Image[Texture.values().length];
    private Image bar;

    void draw(GC gc, Color ink, int x, Rectangle plot, int line) {
        int below = plot.y + plot.height + line - 2 * (line + 2);
        int height = Math.max(1, below - plot.y - line - StripLayout.GAP);
        int top = plot.y + line / 2;
        gc.setForeground(ink);
        gc.drawImage(bar(gc.getDevice(), height), x, top);
        ticks(gc, x + SIZE, top, height, line);
        swatch(gc, Texture.ZERO, Messages.legend_zero, x, below, line);
        swatch(gc, Texture.NOT_FINITE, Messages.legend_notFinite, x, below + line + 2, line);
    }

    void dispose() {
        dispose(bar);
        for (Image swatch : swatches) {
            dispose(swatch);
        }
    }

    private Image bar(Device device, int height) {
        if (bar == null || bar.getBounds().height != height) {
            dispose(bar);
            bar = image(device, height,
                    (x, y) -> ColorMap.color((ColorMap.SIZE - 1) * (height - 1 - y) / Math.max(1, height - 1)));
        }
        return bar;
    }

    private static void ticks(GC gc, int x, int top, int height, int line) {
        int every = 1;
        while (every < DECADES && height * every / DECADES < line) {
            every *= 2;
        }
        for (int decade = 0; decade <= DECADES; decade += every) {
            int y = top + height - 1 - decade * (height - 1) / DECADES;
            gc.drawLine(x, y, x + 2, y);
            gc.drawText("1e" + (ColorMap.LOWEST + decade), x + StripLayout.GAP, y - line / 2, true);
        }
    }

    private void swatch(GC gc, Texture texture, String meaning, int x, int y, int line) {
        if (swatches[texture.ordinal()] == null) {
            swatches[texture.ordinal()] = image(gc.getDevice(), SIZE, texture::color);
        }
        gc.drawImage(swatches[texture.ordinal()], x, y + (line - SIZE) / 2);
        gc.drawText(meaning, x + SIZE + StripLayout.GAP, y, true);
    }

    private static Image image(Device device, int height, IntBinaryOperator color) {
        ImageData data = new ImageData(SIZE, height, 24, new PaletteData(0xFF0000, 0xFF00, 0xFF));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < SIZE; x++) {
                data.setPixel(x, y, color.applyAsInt(x, y));
            }
        }
        return new Image(device, data);
    }

    private static void dispose(Image image) {
        if (image != null) {
            image.dispose();
        }
    }
}
