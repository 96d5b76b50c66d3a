package dev.headwater.editor.properties;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

/** One line of a form on the screen: label, control, and a button that restores the default. */
final class Row {
    private static final int INDENT = 16;
    private static final int CONTROL_WIDTH = 180;

    private final Label label;
    private final Editing editing;
    private final ToolBar restoring;
    private Slot slot;

    Row(Composite parent, Slot slot, Icons icons) {
        this.slot = slot;
        label = new Label(parent, SWT.NONE);
        GridDataFactory.swtDefaults().indent(INDENT * slot.depth(), 0)
                .hint(Icons.labelWidth(label) - INDENT * slot.depth(), SWT.DEFAULT).applyTo(label);
        editing = editing(parent, slot.look());
        GridDataFactory.fillDefaults().align(slot.look() == Look.CHECK ? SWT.BEGINNING : SWT.FILL, SWT.CENTER)
                .grab(true, false).hint(slot.look() == Look.CHECK ? SWT.DEFAULT : CONTROL_WIDTH, SWT.DEFAULT)
                .indent(Icons.decorationWidth(), 0).applyTo(editing.control());
        restoring = new ToolBar(parent, SWT.FLAT);
        ToolItem item = new ToolItem(restoring, SWT.PUSH);
        item.setImage(icons.restore());
        item.setToolTipText(Messages.restoreDefault);
        item.addListener(SWT.Selection, event -> this.slot.restore());
        Point size = restoring.computeSize(SWT.DEFAULT, SWT.DEFAULT);
        GridDataFactory.swtDefaults().hint(size.x, SWT.DEFAULT).applyTo(restoring);
        label.setBackground(parent.getBackground());
        restoring.setBackground(parent.getBackground());
        contextMenu();
    }

    private Editing editing(Composite parent, Look look) {
        return switch (look) {
            case TEXT -> new TextEditing(parent, this::slot);
            case CHECK -> new CheckEditing(parent, this::slot);
            case CHOICE -> new ChoiceEditing(parent, this::slot);
            case HEADING -> new Heading(parent);
        };
    }

    private void contextMenu() {
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

    /** What the line shows. */
    Slot slot() {
        return slot;
    }

    /** Shows another state of the same line; what the user is typing stays. */
    void show(Slot now) {
        slot = now;
        set(label, NLS.bind(Messages.labelColon, now.label()));
        label.setToolTipText(now.tooltip());
        editing.control().setToolTipText(now.tooltip());
        editing.show(now);
        if (restoring.getVisible() != now.restorable()) {
            restoring.setVisible(now.restorable());
        }
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
            label.moveBelow(other.restoring);
        }
        editing.control().moveBelow(label);
        restoring.moveBelow(editing.control());
    }

    /** Commits what the user typed, or forgets it if it is refused. */
    void finish() {
        editing.finish();
    }

    void dispose() {
        label.dispose();
        editing.control().dispose();
        restoring.dispose();
    }
}
