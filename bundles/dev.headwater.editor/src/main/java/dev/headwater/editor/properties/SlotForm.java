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

    private final Composite body;
    private final Icons icons;
    private Map<Object, Row> rows = new LinkedHashMap<>();

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

    /**
     * Shows these lines.
     *
     * @return whether lines came or went, so that the form has another size
     */
    boolean show(List<Slot> slots) {
        List<Object> keys = slots.stream().map(Slot::key).toList();
        boolean changed = !new ArrayList<>(rows.keySet()).equals(keys);
        if (changed) {
            arrange(slots);
        }
        boolean moved = false;
        for (Slot slot : slots) {
            moved |= rows.get(slot.key()).show(slot);
        }
        if (changed || moved) {
            body.requestLayout();
        }
        return changed;
    }

    private void arrange(List<Slot> slots) {
        Map<Object, Row> before = rows;
        rows = new LinkedHashMap<>();
        List<Object> keys = slots.stream().map(Slot::key).toList();
        before.forEach((key, row) -> {
            if (!keys.contains(key)) {
                row.dispose();
            }
        });
        Row above = null;
        for (Slot slot : slots) {
            Row row = before.get(slot.key());
            if (row == null) {
                // Lines that stay are not moved, for that could cost the focus; their order never changes.
                row = new Row(body, slot, icons);
                row.placeBelow(above);
            }
            rows.put(slot.key(), row);
            above = row;
        }
    }

    /** Commits what is being typed. */
    void finish() {
        List.copyOf(rows.values()).forEach(Row::finish);
    }
}
