package dev.headwater.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import dev.headwater.core.telemetry.FrameReader;
import dev.headwater.core.tensor.Shape;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class KilledRunTest {
    private static final Shape SHAPE = Shape.of(100_000);

    @TempDir
    Path folder;

    @Test
    void killedRunOpensWithEveryAcknowledgedCheckpointWhole() throws Exception {
        Random random = new Random();
        for (int round = 0; round < 5; round++) {
            Path path = folder.resolve("run" + round);
            long acknowledged = runAndKill(path, 1 + random.nextInt(6), random.nextInt(40));
            RunFolder run = RunFolder.open(path);
            assertTrue(run.interrupted(run.read()), "its lock died with it");
            checkNumbers(run, acknowledged);
        }
    }

    private static long runAndKill(Path path, int saves, int millis) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process child = new ProcessBuilder(
                List.of(java, "-Xmx128m", "-cp", classPath(), KilledTrainer.class.getName(), path.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader said = child.inputReader()) {
            for (int i = 0; i < saves; i++) {
                if (said.readLine() == null) {
                    throw new IllegalStateException("the child ended by itself");
                }
            }
            RunFolder run = RunFolder.open(path);
            assertEquals(child.pid(), RunLock.holder(run).orElseThrow());
            String message = assertThrows(RunException.class, () -> RunLock.acquire(run).close()).getMessage();
            assertTrue(message.contains(Long.toString(child.pid())), message);
            Thread.sleep(millis);
            child.toHandle().destroyForcibly(); // unlike Process.destroyForcibly, leaves what it said to be read
            child.waitFor();
            long last = 200L * saves;
            for (String line = said.readLine(); line != null && line.matches("\\d+"); line = said.readLine()) {
                last = Long.parseLong(line);
            }
            return last;
        }
    }

    /** Where this process found the classes: its own class path may be hidden behind a launcher's. */
    private static String classPath() {
        return Stream.of(KilledTrainer.class, RunFolder.class, JsonFactory.class).map(KilledRunTest::origin).distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String origin(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void checkNumbers(RunFolder run, long acknowledged) throws IOException {
        Checkpoints.Newest newest = new Checkpoints(run).newest();
        assertEquals(List.of(), newest.damaged(), "no checkpoint can be torn");
        try (Checkpoint checkpoint = newest.checkpoint()) {
            long step = checkpoint.progress().step();
            assertTrue(step >= acknowledged, step + " is at least the last acknowledged " + acknowledged);
            float[] weights = new float[SHAPE.size()];
            checkpoint.read("dense1/weight", SHAPE, weights, 0);
            float[] expected = new float[SHAPE.size()];
            Arrays.fill(expected, step);
            assertTrue(Arrays.equals(expected, weights));
        }
        EventReader.Events events = EventReader.read(run.events());
        assertTrue(events.events().getLast().whole("step", 0) >= acknowledged);
        try (FrameReader frames = FrameReader.open(run.moments())) {
            assertTrue(frames.lost() <= 1, frames.lost() + " frames lost");
            double[] values = new double[frames.header().values()];
            for (int i = 0; i < frames.size(); i++) {
                assertTrue(frames.read(i, values));
                assertEquals(frames.firstStep(i), values[0]);
            }
        }
    }
}
