package dev.headwater.editor.properties;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

/** One line of a form on the screen: label, control, and a button that restores the default. */
final class Row {
    private static final int INDENT = 16;
    /** The least width of a control; where there is room it grows. */
    static final int CONTROL_WIDTH = 110;

    private final Label label;
    private final Editing editing;
    /** Takes the button's place until there is something to restore: a tool bar costs more than all else in the line. */
    private final Label spare;
    private final Icons icons;
    private ToolBar restoring;
    private Slot slot;

    Row(Composite parent, Slot slot, Icons icons) {
        this.slot = slot;
        this.icons = icons;
        label = new Label(parent, SWT.NONE);
        GridDataFactory.swtDefaults().indent(INDENT * slot.depth(), 0)
                .hint(Icons.labelWidth(label) - INDENT * slot.depth(), SWT.DEFAULT).applyTo(label);
        editing = editing(parent, slot.look());
        GridDataFactory.fillDefaults().align(slot.look() == Look.CHECK ? SWT.BEGINNING : SWT.FILL, SWT.CENTER)
                .grab(true, false).hint(slot.look() == Look.CHECK ? SWT.DEFAULT : CONTROL_WIDTH, SWT.DEFAULT)
                .indent(Icons.decorationWidth(), 0).applyTo(editing.control());
        spare = new Label(parent, SWT.NONE);
        GridDataFactory.swtDefaults().hint(icons.buttonWidth(), 0).applyTo(spare);
        label.setBackground(parent.getBackground());
        label.addListener(SWT.MenuDetect, event -> contextMenu());
    }

    private Editing editing(Composite parent, Look look) {
        return switch (look) {
            case TEXT -> new TextEditing(parent, this::slot);
            case CHECK -> new CheckEditing(parent, this::slot);
            case CHOICE -> new ChoiceEditing(parent, this::slot);
            case HEADING -> new Heading(parent);
        };
    }

    /** Made when it is asked for, for hardly any line is ever asked. */
    private void contextMenu() {
        if (label.getMenu() != null) {
            return;
        }
        Action action = new Action(Messages.restoreDefault) {
            @Override
            public void run() {
                slot.restore();
            }
        };
        MenuManager menu = new MenuManager();
        menu.add(action);
        menu.addMenuListener(manager -> action.setEnabled(slot.restorable()));
        label.setMenu(menu.createContextMenu(label));
        label.addListener(SWT.Dispose, event -> menu.dispose());
    }

    /** @return whether the line has to be laid out again */
    private boolean offerToRestore(boolean restorable) {
        if (restoring != null) {
            restoring.setVisible(restorable);
            return false;
        }
        if (!restorable) {
            return false;
        }
        restoring = new ToolBar(label.getParent(), SWT.FLAT);
        ToolItem item = new ToolItem(restoring, SWT.PUSH);
        item.setImage(icons.restore());
        item.setToolTipText(Messages.restoreDefault);
        item.addListener(SWT.Selection, event -> slot.restore());
        restoring.setBackground(label.getBackground());
        GridDataFactory.swtDefaults().hint(icons.buttonWidth(), SWT.DEFAULT).applyTo(restoring);
        restoring.moveBelow(editing.control());
        GridDataFactory.swtDefaults().exclude(true).applyTo(spare);
        spare.setVisible(false);
        return true;
    }

    /** What the line shows. */
    Slot slot() {
        return slot;
    }

    /**
     * Shows another state of the same line; what the user is typing stays.
     *
     * @return whether the line has to be laid out again
     */
    boolean show(Slot now) {
        slot = now;
        set(label, NLS.bind(Messages.labelColon, now.label()));
        label.setToolTipText(now.tooltip());
        editing.control().setToolTipText(now.tooltip());
        editing.show(now);
        return offerToRestore(now.restorable());
    }

    private static void set(Label label, String text) {
        if (!label.getText().equals(text)) {
            label.setText(text);
        }
    }

    /** Puts the line below another one, or at the top for {@code null}. */
    void placeBelow(Row other) {
        if (other == null) {
            label.moveAbove(null);
        } else {
            label.moveBelow(other.spare);
        }
        editing.control().moveBelow(label);
        spare.moveBelow(editing.control());
    }

    /** Commits what the user typed, or forgets it if it is refused. */
    void finish() {
        editing.finish();
    }

    void dispose() {
        label.dispose();
        editing.control().dispose();
        spare.dispose();
        if (restoring != null) {
            restoring.dispose();
        }
    }
}
