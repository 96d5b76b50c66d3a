package dev.headwater.editor.properties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;

/** The lines of a form on the screen. A line that stays keeps its controls, their focus and what is typed in them. */
final class SlotForm {
    private static final int COLUMNS = 3;
    /** Lines that are made at once: a line is several widgets, and the display's thread has more to do than to make them. */
    private static final int AT_ONCE = 4;

    private final Composite body;
    private final Icons icons;
    private Map<Object, Row> rows = new LinkedHashMap<>();
    private List<Slot> wanted = List.of();
    private Runnable grown = () -> {
        // nobody wants to know
    };

    /** A form without lines yet. */
    SlotForm(Composite parent, FormToolkit toolkit) {
        // Not one that the toolkit creates: it draws borders around fields, and these have borders.
        body = new Composite(parent, SWT.NONE);
        toolkit.adapt(body);
        icons = new Icons(body);
        GridLayoutFactory.fillDefaults().numColumns(COLUMNS).margins(6, 4).spacing(6, 3).applyTo(body);
    }

    /** The control that holds them. */
    Composite body() {
        return body;
    }

    /** Has this done whenever lines came that were not made at once. */
    void whenGrown(Runnable listener) {
        grown = listener;
    }

    /**
     * Shows these lines; where many are new, the last of them a moment later.
     *
     * @return whether lines came or went, so that the form has another size
     */
    boolean show(List<Slot> slots) {
        wanted = slots;
        List<Object> keys = slots.stream().map(Slot::key).toList();
        boolean changed = !new ArrayList<>(rows.keySet()).equals(keys);
        boolean complete = !changed || arrange(slots);
        boolean moved = false;
        for (Slot slot : slots) {
            Row row = rows.get(slot.key());
            moved |= row != null && row.show(slot);
        }
        if (!complete) {
            body.getDisplay().asyncExec(() -> goOn(slots));
        }
        if (changed || moved) {
            body.requestLayout();
        }
        return changed;
    }

    private void goOn(List<Slot> slots) {
        if (!body.isDisposed() && wanted == slots && show(slots)) {
            grown.run();
        }
    }

    /** @return whether all lines are there now */
    private boolean arrange(List<Slot> slots) {
        Map<Object, Row> before = rows;
        rows = new LinkedHashMap<>();
        List<Object> keys = slots.stream().map(Slot::key).toList();
        before.forEach((key, row) -> {
            if (!keys.contains(key)) {
                row.dispose();
            }
        });
        Row above = null;
        int made = 0;
        for (Slot slot : slots) {
            Row row = before.get(slot.key());
            if (row == null && made++ >= AT_ONCE) {
                continue;
            }
            if (row == null) {
                // Lines that stay are not moved, for that could cost the focus; their order never changes.
                row = new Row(body, slot, icons);
                row.placeBelow(above);
            }
            rows.put(slot.key(), row);
            above = row;
        }
        return made <= AT_ONCE;
    }

    /** Commits what is being typed. */
    void finish() {
        List.copyOf(rows.values()).forEach(Row::finish);
    }
}
