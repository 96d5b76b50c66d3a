package dev.headwater.editor.properties;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** What stands in the place of a control where only the lines below can be edited: what they are about. */
final class Heading implements Editing {
    private final Label about;

    Heading(Composite parent) {
        about = new Label(parent, SWT.NONE);
        about.setBackground(parent.getBackground());
        about.setForeground(about.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND));
    }

    @Override
    public Control control() {
        return about;
    }

    @Override
    public void show(Slot slot) {
        if (!about.getText().equals(slot.tooltip())) {
            about.setText(slot.tooltip());
        }
    }

    @Override
    public void finish() {
        // nothing can be typed
    }
}
