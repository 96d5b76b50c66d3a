package dev.headwater.ui.inspector;

import dev.headwater.launching.runs.HeatMap;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;

/**
 * The heat strip: layers from top to bottom in order of depth, steps from left to right, color for size. The picture
 * comes painted from a {@link Painter}; here it is only put on the screen, with labels, steps, legend and selection.
 */
final class HeatStrip {
    private static final int MOST_ZOOM = 64;

    private final Canvas canvas;
    private final Consumer<HeatWindow> resized;
    private final HeatLegend legend = new HeatLegend();
    private Image image;
    private HeatPicture picture;
    private StripLayout layout;
    private List<?> layoutRows;
    private int layoutWidth;
    private Rectangle plot = new Rectangle(0, 0, 0, 0);
    private HeatWindow window = HeatWindow.NONE;
    private int zoom = 1;
    private int top;
    private String layer;
    private long step = -1;
    private long redraws;

    /**
     * A strip.
     *
     * @param resized told which part of the map is to be painted
     * @param target told what the user selects
     */
    HeatStrip(Composite parent, Consumer<HeatWindow> resized, StripTarget target) {
        this.resized = resized;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND | SWT.V_SCROLL);
        ScrollBar bar = canvas.getVerticalBar();
        bar.setVisible(false);
        bar.addListener(SWT.Selection, event -> scroll(bar.getSelection()));
        canvas.addListener(SWT.Resize, event -> arrange());
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        canvas.addListener(SWT.Dispose, event -> {
            disposeImage();
            legend.dispose();
        });
        StripInput.install(this, canvas, target);
        Accessibility.image(canvas, () -> NLS.bind(Messages.strip_name,
                picture == null ? "" : RunTexts.quantity(picture.map().quantity())), this::value);
    }

    Canvas control() {
        return canvas;
    }

    /** Puts a picture on the screen. The image, which may be {@code null}, is the strip's from now on. */
    void show(HeatPicture now, Image itsImage) {
        picture = now;
        disposeImage();
        image = itsImage;
        arrange();
        canvas.redraw();
    }

    /** Marks a layer and a step; {@code null} and -1 mark none. */
    void select(String nowLayer, long nowStep) {
        boolean moved = nowLayer != null && !nowLayer.equals(layer);
        layer = nowLayer;
        step = nowStep;
        if (moved) {
            reveal();
        }
        canvas.redraw();
    }

    private void disposeImage() {
        if (image != null) {
            image.dispose();
            image = null;
        }
    }

    /** Shares the area out anew where the names or the size have changed, and says what is to be painted. */
    private void arrange() {
        Rectangle area = canvas.getClientArea();
        List<?> rows = picture == null ? List.of() : picture.map().rows();
        if (layout == null || layoutWidth != area.width || !rows.equals(layoutRows)) {
            GC gc = new GC(canvas);
            layout = StripLayout.of(gc, picture == null ? List.of() : picture.map().rows(), area.width);
            gc.dispose();
            layoutRows = rows;
            layoutWidth = area.width;
        }
        plot = layout.plot(area);
        top = Math.clamp(top, 0, plot.height * (zoom - 1));
        ScrollBar bar = canvas.getVerticalBar();
        if (bar.isVisible() != zoom > 1) {
            bar.setVisible(zoom > 1);
        }
        if (zoom > 1) {
            bar.setValues(top, 0, plot.height * zoom, Math.max(1, plot.height), Math.max(1, layout.line()),
                    Math.max(1, plot.height));
        }
        Color background = canvas.getBackground();
        HeatWindow now = new HeatWindow(plot.width, plot.height, zoom, top,
                background.getRed() << 16 | background.getGreen() << 8 | background.getBlue());
        if (!now.equals(window)) {
            window = now;
            resized.accept(now);
        }
    }

    private void scroll(int to) {
        top = to;
        arrange();
        canvas.redraw();
    }

    private void wheel(Event event) {
        if ((event.stateMask & SWT.MOD1) != 0) {
            zoom(event.count > 0, event.y);
            event.doit = false;
        } else if (zoom > 1) {
            scroll(Math.clamp(top - event.count * layout.line(), 0, plot.height * (zoom - 1)));
            event.doit = false;
        }
    }

    /** Makes the rows higher or lower, what is at {@code y} staying there. */
    void zoom(boolean in, int y) {
        int before = zoom;
        zoom = Math.clamp(in ? zoom * 2L : zoom / 2L, 1, MOST_ZOOM);
        int from = Math.clamp(y - plot.y, 0, Math.max(0, plot.height));
        top = (top + from) * zoom / before - from;
        arrange();
        canvas.redraw();
    }

    private void reveal() {
        int row = picture == null ? -1 : picture.map().rowOf(layer);
        if (zoom > 1 && row >= 0) {
            int y = (int) ((row + 0.5) * plot.height * zoom / picture.map().rows().size());
            if (y < top || y >= top + plot.height) {
                scroll(Math.clamp(y - plot.height / 2, 0, plot.height * (zoom - 1)));
            }
        }
    }

    private void paint(GC gc) {
        redraws++;
        gc.setBackground(canvas.getBackground());
        gc.setForeground(canvas.getForeground());
        gc.fillRectangle(canvas.getClientArea());
        if (picture == null) {
            return;
        }
        StripPaint.draw(gc, new StripPaint.Scene(picture, image, layout, plot, shape(), layer, step,
                canvas.getForeground(), canvas.getBackground(), canvas.isFocusControl()), legend);
    }

    /** Where things stand on the screen: in a picture of the old size until the new one is painted. */
    private HeatShape shape() {
        HeatShape of = picture.shape();
        return new HeatShape(Math.max(1, plot.width), Math.max(1, plot.height), of.rows(), of.frames(),
                Math.max(1, plot.height) * zoom, top);
    }

    /** What is under the mouse; {@code null} outside the picture and its labels. */
    StripHit hit(int x, int y) {
        if (picture == null || image == null || y < plot.y || y >= plot.y + plot.height || x >= plot.x + plot.width) {
            return null;
        }
        HeatMap map = picture.map();
        int row = shape().rowAt(y - plot.y);
        long frame = x < plot.x ? -1 : shape().frameAt(x - plot.x);
        return frame >= map.frames() ? null : new StripHit(map, row, frame);
    }

    HeatMap map() {
        return picture == null ? null : picture.map();
    }

    String layer() {
        return layer;
    }

    long step() {
        return step;
    }

    HeatWindow window() {
        return window;
    }

    /** What is painted on the screen now; may be of another size than {@link #window}. */
    HeatWindow painted() {
        return picture == null ? null : picture.window();
    }

    long redraws() {
        return redraws;
    }

    private String value() {
        int row = picture == null ? -1 : picture.map().rowOf(layer);
        return row < 0 || step < 0 || picture.map().columns().isEmpty() ? ""
                : HeatText.cell(picture.map(), row, picture.map().frameOf(step));
    }
}
