package dev.headwater.ui.inspector;

import dev.headwater.launching.runs.HeatMap;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;

/** Mouse and keyboard on the heat strip. */
final class StripInput {
    private static final int PAGE = 10;

    private final HeatStrip strip;
    private final Canvas canvas;
    private final StripTarget target;

    private StripInput(HeatStrip strip, Canvas canvas, StripTarget target) {
        this.strip = strip;
        this.canvas = canvas;
        this.target = target;
    }

    static void install(HeatStrip strip, Canvas canvas, StripTarget target) {
        StripInput input = new StripInput(strip, canvas, target);
        canvas.addListener(SWT.MouseDown, input::press);
        canvas.addListener(SWT.MouseMove, input::move);
        canvas.addListener(SWT.KeyDown, input::key);
        canvas.addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT
                || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
    }

    private void press(Event event) {
        canvas.setFocus();
        if (event.button == 1) {
            pick(event);
        }
    }

    private void move(Event event) {
        if ((event.stateMask & SWT.BUTTON1) != 0) {
            pick(event);
        }
        StripHit hit = strip.hit(event.x, event.y);
        String tip = hit == null ? null
                : hit.frame() < 0 ? hit.layer() + NLS.bind(" ({0})", hit.map().rows().get(hit.row()).kind())
                        : HeatText.cell(hit.map(), hit.row(), hit.frame());
        if (tip == null ? canvas.getToolTipText() != null : !tip.equals(canvas.getToolTipText())) {
            canvas.setToolTipText(tip);
        }
    }

    private void pick(Event event) {
        StripHit hit = strip.hit(event.x, event.y);
        if (hit != null) {
            target.select(hit.layer(), hit.step());
        }
    }

    private void key(Event event) {
        HeatMap map = strip.map();
        if (map == null || map.columns().isEmpty() || map.rows().isEmpty()) {
            return;
        }
        // With Ctrl, to the side goes as far as ten columns of the map.
        int far = (event.stateMask & SWT.MOD1) != 0 ? map.framesPerColumn() * PAGE : 1;
        switch (event.keyCode) {
            case SWT.ARROW_UP -> row(map, -1);
            case SWT.ARROW_DOWN -> row(map, 1);
            case SWT.PAGE_UP -> row(map, -PAGE);
            case SWT.PAGE_DOWN -> row(map, PAGE);
            case SWT.ARROW_LEFT -> step(map, -far);
            case SWT.ARROW_RIGHT -> step(map, far);
            case SWT.HOME -> target.select(null, map.columns().getFirst().first());
            case SWT.END -> target.follow();
            case '+', SWT.KEYPAD_ADD -> strip.zoom(true, canvas.getClientArea().height / 2);
            case '-', SWT.KEYPAD_SUBTRACT -> strip.zoom(false, canvas.getClientArea().height / 2);
            default -> {
                // Not ours.
            }
        }
    }

    private void row(HeatMap map, int by) {
        int row = map.rowOf(strip.layer());
        int to = row < 0 ? 0 : Math.clamp((long) row + by, 0, map.rows().size() - 1);
        target.select(map.rows().get(to).id(), -1);
    }

    private void step(HeatMap map, int by) {
        long first = map.columns().getFirst().first();
        long last = map.columns().getLast().last();
        if (by == 1 || by == -1) {
            long from = strip.step() < 0 ? last : strip.step();
            target.select(null, Math.clamp(from + by, first, last));
        } else {
            long frame = strip.step() < 0 ? map.frames() - 1 : map.frameOf(strip.step());
            target.select(null, map.stepOf(Math.clamp(frame + by, 0, map.frames() - 1)));
        }
    }
}
