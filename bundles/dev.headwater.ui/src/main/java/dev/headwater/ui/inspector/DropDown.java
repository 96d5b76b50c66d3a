package dev.headwater.ui.inspector;

import java.util.function.Consumer;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuCreator;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.ToolItem;

/** A button that opens a menu, wherever on it one clicks; the menu is filled each time anew. */
class DropDown extends Action implements IMenuCreator {
    private final Consumer<IMenuManager> filler;
    private MenuManager menu;

    DropDown(String text, ImageDescriptor icon, Consumer<IMenuManager> filler) {
        super(text, IAction.AS_DROP_DOWN_MENU);
        this.filler = filler;
        setImageDescriptor(icon);
        setMenuCreator(this);
    }

    @Override
    public void runWithEvent(Event event) {
        if (event.widget instanceof ToolItem item) {
            Rectangle bounds = item.getBounds();
            Menu opened = getMenu(item.getParent());
            opened.setLocation(item.getParent().toDisplay(bounds.x, bounds.y + bounds.height));
            opened.setVisible(true);
        }
    }

    @Override
    public Menu getMenu(Control parent) {
        dispose();
        menu = new MenuManager();
        filler.accept(menu);
        return menu.createContextMenu(parent);
    }

    @Override
    public Menu getMenu(Menu parent) {
        Menu opened = new Menu(parent);
        MenuManager manager = new MenuManager();
        filler.accept(manager);
        for (int i = 0; i < manager.getItems().length; i++) {
            manager.getItems()[i].fill(opened, i);
        }
        return opened;
    }

    @Override
    public void dispose() {
        if (menu != null) {
            menu.dispose();
            menu = null;
        }
    }
}
