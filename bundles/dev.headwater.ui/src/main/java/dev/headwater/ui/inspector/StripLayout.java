package dev.headwater.ui.inspector;

import dev.headwater.core.telemetry.LayerRow;
import java.util.List;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

/**
 * How the area of the strip is shared out: labels left, legend right, steps below, the picture between. It depends on
 * the names of the layers and the font, never on numbers, so that nothing moves while a run goes on.
 *
 * @param labels how wide the labels are
 * @param legend how wide the legend is
 * @param line how high a line of text is
 */
record StripLayout(int labels, int legend, int line) {
    static final int GAP = 6;
    static final int BAR = 12;
    private static final int MOST_LABELS = 180;

    static StripLayout of(GC gc, List<LayerRow> rows, int width) {
        int widest = 0;
        // Ids of a repeated block differ in their numbers only: of very many, some tell how wide they are.
        int stride = Math.max(1, rows.size() / 64);
        for (int row = 0; row < rows.size(); row += stride) {
            widest = Math.max(widest, gc.textExtent(rows.get(row).id()).x);
        }
        int texts = Math.max(gc.textExtent(Messages.legend_zero).x, gc.textExtent(Messages.legend_notFinite).x);
        int line = gc.getFontMetrics().getHeight();
        int most = Math.min(MOST_LABELS, Math.max(40, width / 4));
        return new StripLayout(Math.min(widest, most), BAR + GAP + Math.max(texts, gc.textExtent("1e-8").x), line);
    }

    /** Where the picture is within an area. */
    Rectangle plot(Rectangle area) {
        int left = GAP + labels + GAP;
        int right = legend + 2 * GAP;
        int below = line + GAP + 4;
        return new Rectangle(area.x + left, area.y + GAP, Math.max(0, area.width - left - right),
                Math.max(0, area.height - GAP - below));
    }

    /** A text that fits into a width, its middle left out if need be: both ends of an id tell layers apart. */
    static String elide(GC gc, String text, int width) {
        if (gc.textExtent(text).x <= width) {
            return text;
        }
        for (int kept = text.length() - 1; kept > 2; kept--) {
            int head = kept / 2;
            String shorter = text.substring(0, head) + "\u2026" + text.substring(text.length() - (kept - head));
            if (gc.textExtent(shorter).x <= width) {
                return shorter;
            }
        }
        return text.substring(Math.max(0, text.length() - 2));
    }
}
