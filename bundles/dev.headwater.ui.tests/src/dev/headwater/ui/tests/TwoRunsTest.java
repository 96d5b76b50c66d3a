package dev.headwater.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.run.RunFolder;
import dev.headwater.core.run.RunState;
import dev.headwater.ui.inspector.GradientInspector;
import dev.headwater.ui.tests.robot.AtTheWorkbench;
import dev.headwater.ui.tests.robot.Robot;
import dev.headwater.ui.tests.robot.Training;
import dev.headwater.ui.tests.robot.Workbench;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.debug.core.ILaunch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two trainings at once, in the workspace that {@link FirstPathTest} left. */
@ExtendWith(AtTheWorkbench.class)
class TwoRunsTest {
    private static final String PROJECT = "headwater-examples";
    private final Robot robot = new Robot();
    private final Workbench workbench = new Workbench(robot);

    private GradientInspector inspector() {
        return (GradientInspector) workbench.view(GradientInspector.ID);
    }

    @Test
    void twoRunsGoOnBesideEachOther() throws Exception {
        ILaunch first = Training.of(PROJECT, "circle-healthy.headwater", "recipe.epochs=100000");
        robot.until("the first run", 60, () -> inspector().shownRun() != null && inspector().shownRun().startsWith(
                "circle-healthy-") && inspector().columns() > 5);
        Path firstRun = robot.see(() -> inspector().run());
        ILaunch second = Training.of(PROJECT, "circle-healthy.headwater", "recipe.epochs=100000", "recipe.seed=2");
        robot.until("the second run, another one", 60, () -> inspector().run() != null && !inspector().run().equals(
                firstRun) && inspector().columns() > 5);
        Path secondRun = robot.see(() -> inspector().run());
        robot.picture("two-runs");
        assertFalse(first.isTerminated());

        second.terminate();
        robot.until("the end of the second", second::isTerminated);
        assertFalse(first.isTerminated(), "the first goes on");
        robot.arrange(() -> inspector().showRun(firstRun));
        robot.until("the first run shown", () -> firstRun.equals(inspector().run()) && inspector().columns() > 5);
        String header = robot.see(() -> inspector().header());
        assertTrue(header.contains("running"), header);
        first.terminate();
        robot.until("the end of the first", first::isTerminated);
        for (Path run : List.of(firstRun, secondRun)) {
            assertEquals(RunState.STOPPED, RunFolder.open(run).read().state());
        }
    }
}
