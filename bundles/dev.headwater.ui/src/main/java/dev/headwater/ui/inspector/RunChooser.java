package dev.headwater.ui.inspector;

import dev.headwater.launching.runs.FoundRun;
import dev.headwater.launching.runs.RunStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;

/** The button that offers the runs of the workspace: the newest in its menu, all in a dialog. */
final class RunChooser extends DropDown {
    private static final int MOST = 20;

    private final RunView view;
    private final Control owner;

    /** A chooser for a view whose dialogs belong to the owner's shell. */
    RunChooser(RunView view, Control owner) {
        super(Messages.action_run, Icons.of(RunStatus.FINISHED), menu -> fill(menu, view, owner));
        this.view = view;
        this.owner = owner;
        setToolTipText(Messages.action_runTip);
    }

    /** Offers the runs in a menu. */
    void fill(IMenuManager menu) {
        fill(menu, view, owner);
    }

    private static void fill(IMenuManager menu, RunView view, Control owner) {
        List<FoundRun> runs = view.runs();
        for (FoundRun run : runs.subList(0, Math.min(MOST, runs.size()))) {
            // An @ would begin an accelerator, an & a mnemonic.
            Action action = InspectorActions.radio(RunTexts.label(run).replace("&", "&&").replace("@", "@ "),
                    () -> view.showRun(run.folder()));
            action.setImageDescriptor(Icons.of(run.status()));
            action.setChecked(run.folder().equals(view.run()));
            menu.add(action);
        }
        if (runs.isEmpty()) {
            Action none = new Action(Messages.action_noRuns) {
            };
            none.setEnabled(false);
            menu.add(none);
        } else if (runs.size() > MOST) {
            menu.add(new Separator());
            menu.add(new Action(Messages.action_allRuns) {
                @Override
                public void run() {
                    choose(owner.getShell(), view);
                }
            });
        }
    }

    private static void choose(Shell shell, RunView view) {
        LocalResourceManager images = new LocalResourceManager(
                JFaceResources.getResources());
        try {
            ElementListSelectionDialog dialog = new ElementListSelectionDialog(shell, new LabelProvider() {
                @Override
                public String getText(Object element) {
                    return RunTexts.label((FoundRun) element);
                }

                @Override
                public Image getImage(Object element) {
                    return images.create(Icons.of(((FoundRun) element).status()));
                }
            });
            dialog.setTitle(Messages.runs_title);
            dialog.setMessage(Messages.runs_message);
            dialog.setElements(view.runs().toArray());
            if (dialog.open() == Window.OK && dialog.getFirstResult() instanceof FoundRun run) {
                view.showRun(run.folder());
            }
        } finally {
            images.dispose();
        }
    }

    /** Makes the button show how the shown run stands. */
    void update() {
        Path shown = view.run();
        RunStatus status = view.runs().stream().filter(run -> run.folder().equals(shown)).map(FoundRun::status)
                .findFirst().orElse(RunStatus.FINISHED);
        if (!Objects.equals(getImageDescriptor(), Icons.of(status))) {
            setImageDescriptor(Icons.of(status));
        }
    }
}
