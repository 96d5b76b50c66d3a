package dev.headwater.trainer.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.headwater.core.data.Origin;
import dev.headwater.core.run.RunFolder;
import dev.headwater.core.run.RunState;
import dev.headwater.trainer.input.Design;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingLoopTest {
    private static final String LONG_EPOCH = """
            {"headwater": 1,
             "nodes": [
              {"id": "in", "layer": "Input", "shape": [2]},
              {"id": "hidden", "layer": "Dense", "from": ["in"], "units": 4, "activation": "tanh"},
              {"id": "out", "layer": "Dense", "from": ["hidden"], "units": 1, "activation": "sigmoid"}],
             "losses": [{"node": "out", "loss": "binary-cross-entropy"}],
             "data": {"source": "xor", "points": 200000},
             "recipe": {"batch": 2, "epochs": 1}}
            """;

    @TempDir
    Path temp;

    private TrainingRun run(Watcher watcher, Stop stop) throws Exception {
        Design design = Design.read(Files.writeString(temp.resolve("net.headwater"), LONG_EPOCH), List.of());
        design.requireSound();
        Job job = Job.of(design, design.data().prepare(new Origin(temp, 1)));
        return new TrainingRun(job, RunFolder.create(temp.resolve("run")), null, "test", watcher, stop);
    }

    @Test
    void aStepAllocatesNothingOnTheTrainingThread() throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Stop stop = new Stop();
        long[] bytes = new long[2];
        Watcher watcher = new Watcher() {
            @Override
            public void step(long done, double loss) {
                if (done == 20_000) {
                    bytes[0] = threads.getCurrentThreadAllocatedBytes();
                } else if (done == 30_000) {
                    bytes[1] = threads.getCurrentThreadAllocatedBytes();
                    stop.request();
                }
            }
        };
        Outcome outcome = run(watcher, stop).run();
        assertEquals(RunState.STOPPED, outcome.state());
        assertEquals(30_000, outcome.steps());
        assertTrue(bytes[1] - bytes[0] < 10_000, "10,000 steps allocated " + (bytes[1] - bytes[0]) + " bytes");
    }

    @Test
    void aWishToStopIsHeardAfterTheCurrentStep() throws Exception {
        Stop stop = new Stop();
        Watcher watcher = new Watcher() {
            @Override
            public void step(long done, double loss) {
                if (done == 123) {
                    stop.request();
                }
            }
        };
        Outcome outcome = run(watcher, stop).run();
        assertEquals(123, outcome.steps());
        assertTrue(Files.exists(temp.resolve("run/checkpoint-123.safetensors")));
    }
}
