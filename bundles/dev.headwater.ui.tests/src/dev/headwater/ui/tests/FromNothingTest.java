package dev.headwater.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.network.Network;
import dev.headwater.core.network.NetworkFile;
import dev.headwater.editor.NetworkEditor;
import dev.headwater.ui.tests.robot.AtTheWorkbench;
import dev.headwater.ui.tests.robot.Diagram;
import dev.headwater.ui.tests.robot.FirstOpening;
import dev.headwater.ui.tests.robot.Robot;
import dev.headwater.ui.tests.robot.Workbench;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** From an empty file to a network with mouse and keyboard, in the workspace that {@link FirstPathTest} left. */
@ExtendWith(AtTheWorkbench.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FromNothingTest {
    private static final String PROJECT = "headwater-examples";
    private final Robot robot = new Robot();
    private final Workbench workbench = new Workbench(robot);

    private NetworkEditor editor() {
        return workbench.page().getActiveEditor() instanceof NetworkEditor editor ? editor : null;
    }

    private Network network() {
        return robot.see(() -> editor().model().network());
    }

    /** Opens the list of a setting in the Properties view and takes an entry with the arrow keys. */
    private void choose(String node, String setting, String entry) {
        robot.arrange(() -> workbench.page().showView("org.eclipse.ui.views.PropertySheet"));
        Combo list = workbench.find(robot.see(() -> workbench.window().getShell()), Combo.class,
                each -> List.of(each.getItems()).contains(entry));
        robot.click(list);
        robot.press(SWT.HOME);
        int index = robot.see(() -> list.indexOf(entry));
        for (int i = 0; i < index; i++) {
            robot.press(SWT.ARROW_DOWN);
        }
        robot.press(SWT.CR);
        robot.until(setting + " of " + node + " is " + entry, () -> editor().model().network().node(node).settings()
                .text(setting, "").equals(entry));
    }

    /** So that the next test measures what is shown again, not what the JVM does for the first time. */
    @Test
    @FirstOpening
    @Order(1)
    void editorAndPropertiesOpenForTheFirstTime() {
        robot.arrange(() -> IDE.openEditor(workbench.page(), workbench.project(PROJECT)
                .getFile("circle-vanishing.headwater")));
        robot.until("the network in its editor", () -> editor() != null && editor().isSettled());
        robot.arrange(() -> workbench.page().showView("org.eclipse.ui.views.PropertySheet"));
        Diagram diagram = new Diagram(robot, robot.see(this::editor));
        diagram.click("dense1");
        robot.until("its settings", () -> !Workbench.all(workbench.window().getShell(), Combo.class).isEmpty());
        robot.picture("first-properties");
        diagram.click(700, 150);
        robot.picture("recipe");
        toTheWizard();
        robot.press(SWT.ESC);
        workbench.gone("New Headwater Network");
    }

    /** Opens the wizard for a new network, at the page of its file. */
    private Shell toTheWizard() {
        Tree explorer = workbench.find(robot.see(() -> workbench.window().getShell()), Tree.class,
                tree -> tree.getItemCount() > 0 && tree.getItem(0).getText().startsWith(PROJECT));
        robot.click(workbench.item(explorer, PROJECT));
        robot.press(SWT.CTRL, 'n');
        Shell dialog = workbench.newWizard();
        robot.type("Headwater Network");
        Tree wizards = workbench.find(dialog, Tree.class, tree -> true);
        robot.click(workbench.item(wizards, "Headwater", "Headwater Network"));
        workbench.push(dialog, "Next >");
        robot.until("the page of the file", () -> dialog.getText().contains("New Headwater Network"));
        return dialog;
    }

    @Test
    @Order(2)
    void fiveLayersByPaletteConnectedUndoneRedoneAndSaved() {
        Shell dialog = toTheWizard();
        robot.picture("new-network");
        workbench.push(dialog, "Next >");
        robot.picture("templates");
        workbench.push(dialog, "Finish");
        robot.until("the new network in its editor", () -> editor() != null && editor().isSettled()
                && editor().getEditorInput().getName().startsWith("network"));
        IFile file = workbench.project(PROJECT).getFile(robot.see(() -> editor().getEditorInput().getName()));
        Network before = network();
        Diagram diagram = new Diagram(robot, robot.see(this::editor));

        for (int i = 0; i < 5; i++) {
            diagram.tool("Dense");
            diagram.click(330 + i % 3 * 190, 40 + i / 3 * 120);
            int nodes = before.nodes().size() + i + 1;
            robot.until(nodes + " nodes", () -> editor().model().network().nodes().size() == nodes);
        }
        robot.picture("five-layers");
        String[] chain = {before.nodes().getFirst().id(), "dense1", "dense2", "dense3", "dense4", "dense5"};
        for (int i = 1; i < chain.length; i++) {
            String from = chain[i - 1];
            String to = chain[i];
            diagram.tool("Connect");
            diagram.click(from);
            diagram.click(to);
            robot.until(from + " connected to " + to, () -> editor().model().network().node(to).from().contains(from));
            robot.press(SWT.ESC);
        }
        robot.picture("connected");
        diagram.click("dense1");
        choose("dense1", "activation", "sigmoid");
        choose("dense1", "weight", "he");
        robot.picture("properties");
        Network built = network();
        assertTrue(robot.see(() -> editor().isDirty()));

        diagram.click(900, 300);
        for (int i = 0; i < 20 && !network().equals(before); i++) {
            robot.press(SWT.CTRL, 'z');
        }
        assertEquals(before, network());
        assertFalse(robot.see(() -> editor().isDirty()), "undone to what was saved");
        for (int i = 0; i < 20 && !network().equals(built); i++) {
            robot.press(SWT.CTRL | SWT.SHIFT, 'z');
        }
        assertEquals(built, network());
        robot.pressUntil("the network saved", SWT.CTRL, 's', () -> !editor().isDirty());
        robot.picture("saved");
        assertEquals(built, NetworkFile.read(Path.of(file.getLocationURI())).network());
    }
}
