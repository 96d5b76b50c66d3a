package dev.headwater.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.ui.inspector.GradientInspector;
import dev.headwater.ui.tests.robot.AtTheWorkbench;
import dev.headwater.ui.tests.robot.Robot;
import dev.headwater.ui.tests.robot.Training;
import dev.headwater.ui.tests.robot.Workbench;
import org.eclipse.debug.core.ILaunch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How often the inspector draws while a fast training goes on. Printed, for machines differ; that it draws is asserted. */
@ExtendWith(AtTheWorkbench.class)
class SpeedTest {
    private static final long WATCHED_MILLIS = 5_000;
    private final Robot robot = new Robot();
    private final Workbench workbench = new Workbench(robot);

    private GradientInspector inspector() {
        return (GradientInspector) workbench.view(GradientInspector.ID);
    }

    @Test
    void theStripIsDrawnManyTimesASecond() throws Exception {
        ILaunch launch = Training.of("headwater-examples", "xor.headwater", "recipe.epochs=1000000");
        robot.until("the run in the inspector", 60, () -> inspector().shownRun() != null && inspector().shownRun()
                .startsWith("xor-") && inspector().columns() > 100);
        long redraws = robot.see(() -> inspector().redraws());
        String before = robot.see(() -> inspector().header());
        Thread.sleep(WATCHED_MILLIS);
        long drawn = robot.see(() -> inspector().redraws()) - redraws;
        String after = robot.see(() -> inspector().header());
        launch.terminate();
        robot.until("the end of the launch", launch::isTerminated);
        System.out.printf("robot: %.1f redraws a second while training went from «%s» to «%s» in %.0f s%n",
                drawn * 1000.0 / WATCHED_MILLIS, before, after, WATCHED_MILLIS / 1000.0);
        assertTrue(drawn > 0, "the strip stands still");
    }
}
