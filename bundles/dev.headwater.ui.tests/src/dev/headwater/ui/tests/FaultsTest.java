package dev.headwater.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.telemetry.FrameReader;
import dev.headwater.editor.NetworkEditor;
import dev.headwater.ui.inspector.GradientInspector;
import dev.headwater.ui.tests.robot.AtTheWorkbench;
import dev.headwater.ui.tests.robot.Robot;
import dev.headwater.ui.tests.robot.Training;
import dev.headwater.ui.tests.robot.Workbench;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What goes wrong around the IDE, in the workspace that {@link FirstPathTest} left: it stays up and says a sentence. */
@ExtendWith(AtTheWorkbench.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsTest {
    private static final String PROJECT = "headwater-examples";
    private final Robot robot = new Robot();
    private final Workbench workbench = new Workbench(robot);

    private GradientInspector inspector() {
        return (GradientInspector) workbench.view(GradientInspector.ID);
    }

    private Path project() {
        return workbench.project(PROJECT).getLocation().toPath();
    }

    private Path runLike(String start) throws IOException {
        try (Stream<Path> runs = Files.list(project().resolve("runs"))) {
            return runs.filter(run -> run.getFileName().toString().startsWith(start)).findFirst().orElse(null);
        }
    }

    @Test
    @Order(1)
    void aRunOfTheTerminalShowsUpAndHasTheSameBits() throws Exception {
        Path ofTheIde = runLike("circle-vanishing-");
        Process terminal = new ProcessBuilder(System.getProperty("headwater.root") + "/headwater", "train", "--quiet",
                "--out", "runs/of-the-terminal", "circle-vanishing.headwater").directory(project().toFile())
                .redirectErrorStream(true).redirectOutput(new File(project().toFile(), "terminal.log")).start();
        robot.until("the run of the terminal", 120, () -> inspector().shownRun() != null
                && inspector().shownRun().equals("of-the-terminal") && inspector().columns() > 0);
        assertEquals(0, terminal.waitFor(), () -> "see terminal.log");
        robot.until("its end", () -> inspector().header().contains("finished") && inspector().isSettled());
        robot.picture("terminal");
        assertSameNumbers(ofTheIde.resolve("telemetry/moments.0"),
                project().resolve("runs/of-the-terminal/telemetry/moments.0"));
    }

    private static void assertSameNumbers(Path one, Path other) throws IOException {
        try (FrameReader a = FrameReader.open(one); FrameReader b = FrameReader.open(other)) {
            assertEquals(a.size(), b.size());
            double[] x = new double[a.header().values()];
            double[] y = new double[b.header().values()];
            for (int frame = 0; frame < a.size(); frame++) {
                assertTrue(a.read(frame, x) && b.read(frame, y));
                assertArrayEquals(x, y, "frame " + frame);
            }
        }
    }

    @Test
    @Order(2)
    void aFlippedByteCostsOneFrameAndIsTold() throws Exception {
        Path from = project().resolve("runs/of-the-terminal");
        Path damaged = project().resolve("runs/damaged");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, damaged.resolve(from.relativize(file).toString()));
            }
        }
        try (RandomAccessFile moments = new RandomAccessFile(damaged.resolve("telemetry/moments.0").toFile(), "rw")) {
            moments.seek(moments.length() / 2);
            int old = moments.read();
            moments.seek(moments.length() / 2);
            moments.write(old ^ 1);
        }
        robot.until("the damaged run in the list", () -> inspector().runs().stream().anyMatch(run -> run.folder()
                .endsWith("damaged")));
        robot.arrange(() -> inspector().showRun(inspector().runs().stream().filter(run -> run.folder().endsWith(
                "damaged")).findFirst().orElseThrow().folder()));
        robot.until("the damage told", () -> "damaged".equals(inspector().shownRun())
                && inspector().header().contains("1 damaged frame"));
        robot.picture("damaged");
    }

    @Test
    @Order(3)
    void aKilledChildIsToldAndTheIdeStaysUp() throws Exception {
        ILaunch launch = Training.of(PROJECT, "circle-healthy.headwater", "recipe.epochs=100000");
        robot.until("the run in the inspector", 60, () -> inspector().shownRun() != null && inspector().shownRun()
                .startsWith("circle-healthy-") && inspector().columns() > 5);
        children().forEach(ProcessHandle::destroyForcibly);
        robot.until("the end of the launch", launch::isTerminated);
        robot.until("a label that tells", () -> launch.getProcesses()[0].getLabel().contains("killed"));
        robot.picture("killed");
    }

    @Test
    @Order(4)
    void theRedSquareSavesBeforeItEnds() throws Exception {
        ILaunch launch = Training.of(PROJECT, "circle-relu.headwater", "recipe.epochs=100000");
        robot.until("the run in the inspector", 60, () -> inspector().shownRun() != null && inspector().shownRun()
                .startsWith("circle-relu-") && inspector().columns() > 5);
        launch.terminate();
        robot.until("the end of the launch", launch::isTerminated);
        robot.until("a label that tells", () -> launch.getProcesses()[0].getLabel().contains("stopped"));
        String record = Files.readString(runLike("circle-relu-").resolve("run.json"));
        assertTrue(record.contains("\"stopped\""), record);
    }

    @Test
    @Order(5)
    void aThousandLayersOpen() {
        IFile file = workbench.project(PROJECT).getFile("deep-thousand.headwater");
        long began = System.nanoTime();
        robot.arrange(() -> IDE.openEditor(workbench.page(), file));
        robot.until("the network of a thousand layers", () -> workbench.page()
                .getActiveEditor() instanceof NetworkEditor editor && editor.isSettled());
        System.out.printf("robot: 1,000 layers opened in %.2f s%n", (System.nanoTime() - began) / 1e9);
        robot.picture("thousand");
    }

    /** The last: the workbench closes while it trains, and whoever started the robot looks what is left. */
    @Test
    @Order(6)
    void theWorkbenchClosesWhileItTrains() throws Exception {
        Training.of(PROJECT, "circle-selu.headwater", "recipe.epochs=100000");
        robot.until("the run in the inspector", 60, () -> inspector().shownRun() != null && inspector().shownRun()
                .startsWith("circle-selu-") && inspector().columns() > 5);
        assertEquals(1, children().count());
    }

    private static Stream<ProcessHandle> children() {
        return ProcessHandle.current().descendants()
                .filter(child -> child.info().command().orElse("").endsWith("java"));
    }
}
