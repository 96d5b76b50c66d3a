package dev.headwater.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.run.RunFolder;
import dev.headwater.core.run.RunState;
import dev.headwater.ui.inspector.GradientInspector;
import dev.headwater.ui.tests.robot.AtTheWorkbench;
import dev.headwater.ui.tests.robot.FirstOpening;
import dev.headwater.ui.tests.robot.Robot;
import dev.headwater.ui.tests.robot.Training;
import dev.headwater.ui.tests.robot.Workbench;
import java.io.InputStream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.debug.core.ILaunch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A workspace and a project whose names a careless program would stumble over: training works and is seen. */
@ExtendWith(AtTheWorkbench.class)
class StrangePathTest {
    private final Robot robot = new Robot();
    private final Workbench workbench = new Workbench(robot);

    private GradientInspector inspector() {
        return (GradientInspector) workbench.view(GradientInspector.ID);
    }

    @Test
    @FirstOpening
    void aNetworkTrainsAndItsRunIsShown() throws Exception {
        IProject project = workbench.project("prøject #1 50% 漢字");
        project.create(new NullProgressMonitor());
        project.open(new NullProgressMonitor());
        IFile file = project.getFile("xor #2 ü.headwater");
        try (InputStream xor = Platform.getBundle("dev.headwater.examples").getEntry("examples/xor.headwater")
                .openStream()) {
            file.create(xor, true, new NullProgressMonitor());
        }
        robot.arrange(() -> workbench.page().showView(GradientInspector.ID));
        ILaunch launch = Training.of(project.getName(), file.getName(), "recipe.epochs=3");
        robot.until("the end of the training", 60, launch::isTerminated);
        robot.until("a label that tells", () -> launch.getProcesses()[0].getLabel().contains("finished"));
        robot.until("the run in the inspector", () -> inspector().columns() > 0 && inspector().isSettled());
        robot.picture("strange");
        RunFolder run = RunFolder.open(robot.see(() -> inspector().run()));
        assertEquals(RunState.FINISHED, run.read().state());
        assertTrue(run.path().startsWith(project.getLocation().toPath()), run::toString);
    }
}
