package dev.headwater.editor.properties;

import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;

/**
 * A line of text. A text is checked at every key and taken by Enter or when the field is left; Escape brings back what
 * was said.
 */
final class TextEditing implements Editing {
    private final Text text;
    private final Complaint complaint;
    private final Supplier<Slot> slot;
    private String shown = ""; //$NON-NLS-1$
    private boolean showing;

    TextEditing(Composite parent, Supplier<Slot> slot) {
        this.slot = slot;
        text = new Text(parent, SWT.SINGLE | SWT.BORDER);
        complaint = new Complaint(text);
        text.addListener(SWT.Modify, event -> check());
        text.addListener(SWT.DefaultSelection, event -> commit());
        text.addListener(SWT.FocusOut, event -> commit());
        text.addListener(SWT.KeyDown, this::escape);
    }

    @Override
    public Control control() {
        return text;
    }

    @Override
    public void show(Slot now) {
        text.setMessage(now.hint());
        boolean typing = !text.getText().equals(shown);
        if (!now.text().equals(shown) || !typing) {
            write(now.text());
        }
        check();
    }

    private void write(String value) {
        shown = value;
        if (!text.getText().equals(value)) {
            int caret = text.getCaretPosition();
            showing = true;
            text.setText(value);
            showing = false;
            text.setSelection(Math.min(caret, value.length()));
        }
    }

    private void check() {
        if (showing) {
            return;
        }
        complaint.show(slot.get().refusal(text.getText()));
    }

    private void commit() {
        String typed = text.getText();
        if (!typed.equals(shown) && slot.get().refusal(typed) == null) {
            // What follows from it comes back through show; a text that means the same is shown as it is said.
            shown = typed;
            slot.get().commit(typed);
            if (!text.isDisposed()) {
                write(slot.get().text());
                check();
            }
        }
    }

    private void escape(Event event) {
        if (event.character == SWT.ESC && !text.getText().equals(slot.get().text())) {
            write(slot.get().text());
            text.selectAll();
            check();
            event.doit = false;
        }
    }

    @Override
    public void finish() {
        commit();
        if (!text.isDisposed()) {
            write(slot.get().text());
        }
    }
}
