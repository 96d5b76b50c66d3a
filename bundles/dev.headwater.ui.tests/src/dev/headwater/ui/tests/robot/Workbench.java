package dev.headwater.ui.tests.robot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** What a person finds on the screen: windows, controls, items of trees and tables, and where they are. */
public final class Workbench {
    private final Robot robot;

    /** The workbench as this robot sees it. */
    public Workbench(Robot robot) {
        this.robot = robot;
    }

    /** Waits until the window is there and fills the screen. */
    public void ready() {
        robot.until("a workbench window", () -> window() != null && window().getActivePage() != null);
        robot.arrange(() -> {
            Shell shell = window().getShell();
            // Its size alone is left to the window manager: given both, GTK stops drawing trees until the next resize.
            shell.setMaximized(true);
            shell.forceActive();
        });
        robot.settle();
    }

    /** The window; on the display's thread. */
    public IWorkbenchWindow window() {
        IWorkbenchWindow active = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IWorkbenchWindow[] all = PlatformUI.getWorkbench().getWorkbenchWindows();
        return active != null || all.length == 0 ? active : all[0];
    }

    /** Its page; on the display's thread. */
    public IWorkbenchPage page() {
        return window().getActivePage();
    }

    /** A view that is open, or {@code null}; on the display's thread. */
    public IViewPart view(String id) {
        return page().findView(id);
    }

    /** The project of this name. */
    public IProject project(String name) {
        return ResourcesPlugin.getWorkspace().getRoot().getProject(name);
    }

    /** The front shell; on the display's thread. */
    public Shell shell() {
        Shell active = robot.display().getActiveShell();
        return active == null ? window().getShell() : active;
    }

    /** Waits for a dialog whose title contains these words, and gives its shell. */
    public Shell dialog(String title) {
        robot.until("a dialog '" + title + "'", () -> shellNamed(title) != null);
        robot.settle();
        return robot.see(() -> shellNamed(title));
    }

    /** Waits for the dialog that Ctrl+N opens; its title was another in older versions. */
    public Shell newWizard() {
        robot.until("the list of wizards", () -> newWizardShell() != null);
        robot.settle();
        return robot.see(this::newWizardShell);
    }

    private Shell newWizardShell() {
        Shell old = shellNamed("Select a wizard");
        return old != null ? old : shellNamed("New");
    }

    /** Waits until no such dialog is open. */
    public void gone(String title) {
        robot.until("the dialog '" + title + "' gone", () -> shellNamed(title) == null);
    }

    private Shell shellNamed(String title) {
        for (Shell shell : robot.display().getShells()) {
            if (shell.isVisible() && shell.getText().contains(title)) {
                return shell;
            }
        }
        return null;
    }

    /** All controls below one that are visible and of this class; on the display's thread. */
    public static <T extends Control> List<T> all(Composite below, Class<T> type) {
        List<T> found = new ArrayList<>();
        collect(below, type, found);
        return found;
    }

    private static <T extends Control> void collect(Control control, Class<T> type, List<T> found) {
        if (control.isDisposed() || !control.isVisible()) {
            return;
        }
        if (type.isInstance(control)) {
            found.add(type.cast(control));
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                collect(child, type, found);
            }
        }
    }

    /** The one visible control of a class below another for which this holds; waits for it. */
    public <T extends Control> T find(Composite below, Class<T> type, Predicate<T> wanted) {
        robot.until("a " + type.getSimpleName() + " as wanted",
                () -> all(below, type).stream().anyMatch(wanted));
        return robot.see(() -> all(below, type).stream().filter(wanted).findFirst().orElseThrow());
    }

    /** Clicks the push button or link of this label, mnemonics aside. */
    public void push(Composite below, String label) {
        var button = find(below, org.eclipse.swt.widgets.Button.class,
                each -> each.getText().replace("&", "").equals(label) && each.isEnabled());
        robot.click(button);
    }

    /** The item with this text of a tree, opening what is above it; on any thread. */
    public Point item(Tree tree, String... path) {
        for (int i = 1; i < path.length; i++) {
            String[] above = java.util.Arrays.copyOf(path, i);
            robot.until("the item " + String.join(" > ", above), () -> itemAt(tree, above) != null);
            robot.arrange(() -> {
                TreeItem item = itemAt(tree, above);
                if (!item.getExpanded()) {
                    // As the person's click on the little arrow would.
                    org.eclipse.swt.widgets.Event event = new org.eclipse.swt.widgets.Event();
                    event.item = item;
                    tree.notifyListeners(org.eclipse.swt.SWT.Expand, event);
                    item.setExpanded(true);
                }
            });
            robot.settle();
        }
        robot.until("the item " + String.join(" > ", path), () -> itemAt(tree, path) != null);
        return robot.see(() -> {
            TreeItem item = itemAt(tree, path);
            tree.showItem(item);
            return middle(tree, item.getBounds());
        });
    }

    private static TreeItem itemAt(Tree tree, String... path) {
        TreeItem[] items = tree.getItems();
        TreeItem found = null;
        for (String text : path) {
            found = null;
            for (TreeItem item : items) {
                if (item.getText().equals(text) || item.getText().startsWith(text + " ")) {
                    found = item;
                    break;
                }
            }
            if (found == null) {
                return null;
            }
            items = found.getItems();
        }
        return found;
    }

    /** Where a row of a table is whose cell in the column has this text; on any thread. */
    public Point row(Table table, int column, String text) {
        robot.until("the row " + text, () -> rowAt(table, column, text) != null);
        return robot.see(() -> {
            TableItem item = rowAt(table, column, text);
            table.showItem(item);
            return middle(table, item.getBounds(column));
        });
    }

    private static TableItem rowAt(Table table, int column, String text) {
        for (TableItem item : table.getItems()) {
            if (item.getText(column).equals(text)) {
                return item;
            }
        }
        return null;
    }

    private static Point middle(Control owner, Rectangle area) {
        return owner.toDisplay(area.x + Math.min(area.width / 2, 30), area.y + area.height / 2);
    }

    /** The items of a menu that are shown, texts without mnemonics; on the display's thread. */
    public static String plain(Widget item) {
        String text = item instanceof org.eclipse.swt.widgets.MenuItem menu ? menu.getText() : "";
        int tab = text.indexOf('\t');
        return (tab < 0 ? text : text.substring(0, tab)).replace("&", "");
    }

    /** Whether the preferences know this page; on the display's thread. */
    public static boolean hasPreferencePage(String id) {
        for (Object node : PlatformUI.getWorkbench().getPreferenceManager().getElements(
                org.eclipse.jface.preference.PreferenceManager.PRE_ORDER)) {
            if (((IPreferenceNode) node).getId().equals(id)) {
                return true;
            }
        }
        return false;
    }
}
