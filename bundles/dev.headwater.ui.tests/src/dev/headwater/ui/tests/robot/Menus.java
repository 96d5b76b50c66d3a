package dev.headwater.ui.tests.robot;

import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** Context menus, opened and walked through with the keyboard. */
public final class Menus {
    private final Robot robot;

    /** Menus as this robot opens them. */
    public Menus(Robot robot) {
        this.robot = robot;
    }

    /** Clicks a point of a control, opens the context menu there and chooses an item, submenu by submenu. */
    public void choose(Control control, Point at, String... path) {
        robot.click(at);
        robot.press(SWT.SHIFT, SWT.F10);
        robot.until("the context menu", () -> control.getMenu() != null && shown(control.getMenu()).size() > 0);
        robot.settle();
        Menu menu = robot.see(control::getMenu);
        for (int depth = 0; depth < path.length; depth++) {
            menu = step(menu, path[depth], depth);
        }
        robot.settle();
    }

    private Menu step(Menu menu, String text, int depth) {
        robot.until("the menu item " + text, () -> indexOf(menu, text) >= 0);
        int index = robot.see(() -> indexOf(menu, text));
        // The first arrow selects the first item; a submenu opens with its first item selected.
        for (int i = 0; i < index + (depth == 0 ? 1 : 0); i++) {
            robot.press(SWT.ARROW_DOWN);
        }
        MenuItem item = robot.see(() -> shown(menu).get(index));
        Menu below = robot.see(item::getMenu);
        robot.press(below == null ? SWT.CR : SWT.ARROW_RIGHT);
        if (below != null) {
            robot.until("the submenu " + text, () -> below.isDisposed() || !shown(below).isEmpty());
        }
        return below;
    }

    /** What the arrow keys reach. */
    private static List<MenuItem> shown(Menu menu) {
        return Arrays.stream(menu.getItems())
                .filter(item -> (item.getStyle() & SWT.SEPARATOR) == 0 && item.isEnabled()).toList();
    }

    private static int indexOf(Menu menu, String text) {
        if (menu.isDisposed()) {
            return -1;
        }
        List<MenuItem> items = shown(menu);
        for (int i = 0; i < items.size(); i++) {
            String label = Workbench.plain(items.get(i));
            if (label.equals(text) || label.matches("\\d+ " + java.util.regex.Pattern.quote(text))) {
                return i;
            }
        }
        return -1;
    }
}
