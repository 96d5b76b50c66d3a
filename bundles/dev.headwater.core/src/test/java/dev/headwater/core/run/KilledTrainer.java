package dev.headwater.core.run;

import dev.headwater.core.json.Json;
import dev.headwater.core.telemetry.FrameHeader;
import dev.headwater.core.telemetry.FrameLayout;
import dev.headwater.core.telemetry.FrameWriter;
import dev.headwater.core.telemetry.Series;
import dev.headwater.core.tensor.Shape;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A process that writes a run without end until its parent kills it; it tells on standard output what it has done. */
final class KilledTrainer {
    private KilledTrainer() {
    }

    public static void main(String[] arguments) throws Exception {
        RunFolder run = RunFolder.create(Path.of(arguments[0]));
        RunLock lock = RunLock.acquire(run);
        run.write(Records.full(run.id()));
        FrameLayout layout = new FrameLayout(List.of(Series.parameter("dense1", "weight", 100)));
        FrameWriter frames = FrameWriter.create(run.moments(), FrameHeader.steps("moments", layout, 200_000));
        EventLog events = EventLog.open(run.events());
        Checkpoints checkpoints = new Checkpoints(run);
        double[] values = new double[layout.values()];
        float[] weights = new float[100_000];
        for (long step = 0; lock != null; step++) {
            Arrays.fill(values, step);
            frames.append(step, step, 1, values);
            if (step % 200 == 199) {
                long done = step + 1;
                Arrays.fill(weights, done);
                checkpoints.save(new Progress(done, 0, done, false, 0, 1, "", "", Map.of()),
                        List.of(NamedTensor.of("dense1/weight", Shape.of(weights.length), weights, 0)));
                events.append(Json.object().put("type", "epoch").put("step", done).build());
                System.out.println(done);
            }
        }
    }
}
