package dev.headwater.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.editor.NetworkEditor;
import dev.headwater.ui.inspector.GradientInspector;
import dev.headwater.ui.tests.robot.AtTheWorkbench;
import dev.headwater.ui.tests.robot.FirstOpening;
import dev.headwater.ui.tests.robot.Robot;
import dev.headwater.ui.tests.robot.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The workspace of {@link FirstPathTest} after a restart: all is where it was. */
@ExtendWith(AtTheWorkbench.class)
class RestartTest {
    private final Robot robot = new Robot();
    private final Workbench workbench = new Workbench(robot);

    private GradientInspector inspector() {
        return (GradientInspector) workbench.view(GradientInspector.ID);
    }

    @Test
    @FirstOpening
    void theFinishedRunAndTheNetworkOpenAgain() {
        robot.until("the run in the inspector",
                () -> inspector() != null && inspector().columns() > 20 && inspector().isSettled());
        robot.until("the network in its editor",
                () -> workbench.page().getActiveEditor() instanceof NetworkEditor editor && editor.isSettled());
        robot.picture("restarted");
        assertTrue(robot.see(() -> inspector().shownRun()).startsWith("circle-vanishing-"));
        assertTrue(robot.see(() -> inspector().header()).contains("finished"));
        assertEquals(10, robot.see(() -> ((NetworkEditor) workbench.page().getActiveEditor()).model().network().nodes()
                .size()));
    }
}
