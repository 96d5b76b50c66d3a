package dev.headwater.editor.properties;

import org.eclipse.swt.widgets.Control;

/** A control that edits a slot. */
interface Editing {
    /** The control itself. */
    Control control();

    /** Shows what the slot says, unless the user is just typing something else. */
    void show(Slot slot);

    /** Commits what the user typed, or forgets it if it is refused. */
    void finish();
}
