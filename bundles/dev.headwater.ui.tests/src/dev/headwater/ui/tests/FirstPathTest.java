package dev.headwater.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.run.RunFolder;
import dev.headwater.core.run.RunState;
import dev.headwater.core.telemetry.FrameReader;
import dev.headwater.core.telemetry.LayerReport;
import dev.headwater.core.telemetry.LayerReports;
import dev.headwater.editor.NetworkEditor;
import dev.headwater.ui.inspector.GradientInspector;
import dev.headwater.ui.tests.robot.AtTheWorkbench;
import dev.headwater.ui.tests.robot.FirstOpening;
import dev.headwater.ui.tests.robot.Menus;
import dev.headwater.ui.tests.robot.Robot;
import dev.headwater.ui.tests.robot.Workbench;
import java.util.List;
import java.util.Locale;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** New example, open, run, watch, select: the way of everybody who tries it for the first time. */
@ExtendWith(AtTheWorkbench.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstPathTest {
    private static final String PROJECT = "headwater-examples";
    private static final String NETWORK = "circle-vanishing.headwater";
    private final Robot robot = new Robot();
    private final Workbench workbench = new Workbench(robot);

    private NetworkEditor editor() {
        return workbench.page().getActiveEditor() instanceof NetworkEditor editor ? editor : null;
    }

    private GradientInspector inspector() {
        return (GradientInspector) workbench.view(GradientInspector.ID);
    }

    @Test
    @FirstOpening
    @Order(1)
    void newExampleOpensTheVanishingNetworkInThePerspective() {
        robot.press(SWT.CTRL, 'n');
        Shell dialog = workbench.newWizard();
        robot.type("Headwater");
        Tree wizards = workbench.find(dialog, Tree.class, tree -> true);
        robot.click(workbench.item(wizards, "Examples", "Headwater"));
        robot.picture("choose-example");
        workbench.push(dialog, "Next >");
        robot.until("the page of the example", () -> dialog.getText().contains("Headwater Examples"));
        robot.picture("new-example");
        workbench.push(dialog, "Finish");
        workbench.dialog("Open the Headwater Perspective");
        robot.picture("offer-perspective");
        robot.press(SWT.CR);
        workbench.gone("Open the Headwater Perspective");
        robot.until("the network in its editor", () -> editor() != null && editor().isSettled());
        robot.until("the perspective", () -> workbench.page().getPerspective().getId()
                .equals("dev.headwater.ui.perspective"));
        assertTrue(workbench.project(PROJECT).getFile("circle.csv").exists());
        robot.picture("perspective");
        assertEquals(10, robot.see(() -> editor().model().network().nodes().size()));
        assertFalse(robot.see(() -> editor().isDirty()));
    }

    @Test
    @Order(2)
    void runAsTrainNetworkFillsTheInspectorWhileItTrains() throws Exception {
        Tree explorer = workbench.find(robot.see(() -> workbench.window().getShell()), Tree.class,
                tree -> tree.getItemCount() > 0 && tree.getItem(0).getText().startsWith(PROJECT));
        new Menus(robot).choose(explorer, workbench.item(explorer, PROJECT, NETWORK), "Run As", "Train Network");
        robot.until("a run in the inspector", 60, () -> inspector() != null && inspector().shownRun() != null
                && inspector().columns() > 20);
        robot.picture("training");
        robot.until("the end of the training", 120, () -> DebugPlugin.getDefault().getLaunchManager().getLaunches()[0]
                .isTerminated());
        robot.until("the inspector settled", () -> inspector().isSettled());
        robot.picture("finished");
        RunFolder run = RunFolder.open(robot.see(() -> inspector().run()));
        assertEquals(RunState.FINISHED, run.read().state());
        String header = robot.see(() -> inspector().header());
        assertTrue(header.contains("finished"), header);
    }

    @Test
    @Order(3)
    void theNumbersOfTheFirstLayerAreThoseOfTheRecording() throws Exception {
        robot.arrange(() -> inspector().follow(false));
        robot.arrange(() -> inspector().select("dense2", 0));
        robot.until("step 0", () -> inspector().selectedStep() == 0 && inspector().isSettled());
        Table table = workbench.find(robot.see(() -> workbench.window().getShell()), Table.class,
                each -> each.getColumnCount() > 8 && each.getColumn(0).getText().equals("Layer"));
        robot.click(workbench.row(table, 0, "dense1"));
        robot.until("dense1 in the inspector", () -> "dense1".equals(inspector().selectedLayer()));
        robot.until("step 0", () -> inspector().selectedStep() == 0 && inspector().isSettled());
        robot.picture("first-layer");
        RunFolder folder = RunFolder.open(robot.see(() -> inspector().run()));
        LayerReport expected = null;
        try (FrameReader reader = FrameReader.open(folder.moments())) {
            double[] values = new double[reader.header().values()];
            assertTrue(reader.read(reader.frameCovering(0), values));
            for (LayerReport report : new LayerReports(reader.header().layout(), folder.read().layers()).of(
                    reader.flags(reader.frameCovering(0)), values)) {
                if (report.id().equals("dense1")) {
                    expected = report;
                }
            }
        }
        assertNotNull(expected);
        String norm = String.format(Locale.ROOT, "%.2e", expected.parameterGradient().l2());
        List<List<String>> rows = robot.see(() -> inspector().tableTexts());
        assertTrue(rows.stream().anyMatch(row -> row.contains("dense1") && row.contains(norm)),
                () -> norm + " in " + rows);
        robot.until("the layer selected in the diagram", () -> editor().viewer().getSelectedEditParts().size() == 1);
    }

    @Test
    @Order(4)
    void selectingALayerInTheDiagramSelectsItInTheInspector() {
        Rectangle node = robot.see(() -> editor().reveal("dense5") ? editor().screenBounds("dense5") : null);
        robot.settle();
        node = robot.see(() -> editor().screenBounds("dense5"));
        robot.click(new Point(node.x + node.width / 2, node.y + node.height / 2));
        robot.until("dense5 in the inspector", () -> "dense5".equals(inspector().selectedLayer()));
        robot.picture("linked");
    }
}
