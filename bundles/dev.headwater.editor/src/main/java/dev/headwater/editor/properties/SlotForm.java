package dev.headwater.editor.properties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Composite;

/** The lines of a form on the screen. A line that stays keeps its controls, their focus and what is typed in them. */
final class SlotForm {
    private static final int COLUMNS = 3;

    private final Composite body;
    private final Icons icons;
    private Map<Object, Row> rows = new LinkedHashMap<>();

    /** A form without lines in an empty composite, whose background its lines take on. */
    SlotForm(Composite body) {
        this.body = body;
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
        for (Slot slot : slots) {
            rows.get(slot.key()).show(slot);
        }
        if (changed) {
            body.layout(true, true);
        }
        return changed;
    }

    private void arrange(List<Slot> slots) {
        Map<Object, Row> before = rows;
        rows = new LinkedHashMap<>();
        body.setRedraw(false);
        try {
            List<Object> keys = slots.stream().map(Slot::key).toList();
            before.forEach((key, row) -> {
                if (!keys.contains(key)) {
                    row.dispose();
                }
            });
            for (Slot slot : slots) {
                Row row = before.get(slot.key());
                if (row == null) {
                    row = new Row(body, slot, icons);
                }
                row.moveToEnd();
                rows.put(slot.key(), row);
            }
        } finally {
            body.setRedraw(true);
        }
    }

    /** Commits what is being typed. */
    void finish() {
        List.copyOf(rows.values()).forEach(Row::finish);
    }
}
