package dev.headwater.editor.properties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** A list of names. A name that is said but does not exist is listed too, with a complaint. */
final class ChoiceEditing implements Editing {
    private final Combo combo;
    private final Complaint complaint;
    private final Font plain;
    /** Slanted where nothing is said: in grey a list looks as if it could not be opened. */
    private final Font byDefault;

    ChoiceEditing(Composite parent, Supplier<Slot> slot) {
        combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        plain = combo.getFont();
        byDefault = new LocalResourceManager(JFaceResources.getResources(), combo)
                .create(FontDescriptor.createFrom(plain).setStyle(SWT.ITALIC));
        complaint = new Complaint(combo);
        combo.addListener(SWT.Selection, event -> {
            String chosen = combo.getText();
            if (!chosen.equals(current(slot.get())) && slot.get().refusal(chosen) == null) {
                slot.get().commit(chosen);
            }
        });
        // Scrolling the form must not choose something else on its way.
        combo.addListener(SWT.MouseVerticalWheel, event -> event.doit = combo.isFocusControl());
    }

    private static String current(Slot slot) {
        return slot.text().isEmpty() ? slot.hint() : slot.text();
    }

    @Override
    public Control control() {
        return combo;
    }

    @Override
    public void show(Slot slot) {
        String current = current(slot);
        List<String> items = new ArrayList<>(slot.choices());
        if (!items.contains(current) && !current.isEmpty()) {
            items.addFirst(current);
        }
        if (!items.equals(Arrays.asList(combo.getItems()))) {
            combo.setItems(items.toArray(String[]::new));
        }
        int index = items.indexOf(current);
        if (index < 0) {
            combo.deselectAll();
        } else if (combo.getSelectionIndex() != index) {
            combo.select(index);
        }
        Font font = slot.text().isEmpty() ? byDefault : plain;
        if (!combo.getFont().equals(font)) {
            combo.setFont(font);
        }
        complaint.show(slot.text().isEmpty() && !slot.hint().isEmpty() ? null : slot.refusal(slot.text()));
    }

    @Override
    public void finish() {
        // every choice is taken at once
    }
}
