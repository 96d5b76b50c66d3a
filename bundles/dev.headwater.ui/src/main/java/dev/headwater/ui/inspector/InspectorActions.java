package dev.headwater.ui.inspector;

import dev.headwater.launching.runs.Quantity;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IActionBars;

/** The inspector's tool bar and its view menu, which offer the same. */
final class InspectorActions {
    private final RunView view;
    private final RunChooser chooser;
    private final Action quantity;
    private final Action follow;
    private final Action pin;

    InspectorActions(RunView view, RunChooser chooser) {
        this.view = view;
        this.chooser = chooser;
        quantity = new DropDown(Messages.action_quantity.replace("&", ""), Icons.QUANTITY, this::fillQuantities);
        follow = toggle(Messages.action_follow, Messages.action_followTip, Icons.FOLLOW, view::follow);
        pin = toggle(Messages.action_pin, Messages.action_pinTip, Icons.PIN, view::pin);
    }

    private static Action toggle(String text, String tip, ImageDescriptor icon, Consumer<Boolean> set) {
        Action action = new Action(text, IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                set.accept(Boolean.valueOf(isChecked()));
            }
        };
        action.setToolTipText(tip);
        action.setImageDescriptor(icon);
        return action;
    }

    void contribute(IActionBars bars) {
        IToolBarManager tools = bars.getToolBarManager();
        tools.add(chooser);
        tools.add(pin);
        tools.add(new Separator());
        tools.add(quantity);
        tools.add(follow);
        IMenuManager menu = bars.getMenuManager();
        menu.add(filled(Messages.action_run, chooser::fill));
        menu.add(pin);
        menu.add(new Separator());
        menu.add(filled(Messages.action_quantity, this::fillQuantities));
        menu.add(follow);
        update();
    }

    private static MenuManager filled(String text, Consumer<IMenuManager> filler) {
        MenuManager menu = new MenuManager(text);
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(filler::accept);
        return menu;
    }

    private void fillQuantities(IMenuManager menu) {
        for (Quantity one : Quantity.values()) {
            Action action = radio(RunTexts.quantity(one), () -> view.showQuantity(one));
            action.setChecked(one == view.quantity());
            menu.add(action);
        }
    }

    /** An action of which one of a group is on. */
    static Action radio(String text, Runnable chosen) {
        return new Action(text, IAction.AS_RADIO_BUTTON) {
            @Override
            public void run() {
                if (isChecked()) {
                    chosen.run();
                }
            }
        };
    }

    /** Makes the buttons say what is so. */
    void update() {
        set(follow, view::following);
        set(pin, view::pinned);
        quantity.setToolTipText(NLS.bind(Messages.action_quantityTip, RunTexts.quantity(view.quantity())));
        chooser.update();
    }

    private static void set(Action action, BooleanSupplier state) {
        if (action.isChecked() != state.getAsBoolean()) {
            action.setChecked(state.getAsBoolean());
        }
    }
}
