package dev.headwater.editor.properties;

import dev.headwater.editor.diagram.DiagramPage;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** A check box; grey where several subjects differ. */
final class CheckEditing implements Editing {
    private final Button button;

    CheckEditing(Composite parent, Supplier<Slot> slot) {
        button = new Button(parent, SWT.CHECK);
        // A background of the theme would cover what GTK draws into a checked box.
        button.setData(DiagramPage.NO_CSS, Boolean.TRUE);
        button.addListener(SWT.Selection, event -> slot.get().commit(Boolean.toString(button.getSelection())));
    }

    @Override
    public Control control() {
        return button;
    }

    @Override
    public void show(Slot slot) {
        boolean mixed = slot.text().isEmpty() && !slot.hint().isEmpty() && !isTruth(slot.hint());
        button.setGrayed(mixed);
        button.setSelection(mixed || Boolean.parseBoolean(slot.text().isEmpty() ? slot.hint() : slot.text()));
    }

    private static boolean isTruth(String text) {
        return text.equals("true") || text.equals("false"); //$NON-NLS-1$ //$NON-NLS-2$
    }

    @Override
    public void finish() {
        // every click is taken at once
    }
}
