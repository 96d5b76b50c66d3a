package dev.headwater.launching.runs;

import dev.headwater.core.json.Json;
import dev.headwater.core.run.Environment;
import dev.headwater.core.run.RunFolder;
import dev.headwater.core.run.RunRecord;
import dev.headwater.core.run.RunState;
import dev.headwater.core.telemetry.FrameFlags;
import dev.headwater.core.telemetry.FrameHeader;
import dev.headwater.core.telemetry.FrameLayout;
import dev.headwater.core.telemetry.FrameWriter;
import dev.headwater.core.telemetry.LayerRow;
import dev.headwater.core.telemetry.Series;
import dev.headwater.core.tensor.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Run folders as tests need them, written with the product's own writers. */
final class Recordings {
    static final Instant STARTED = Instant.parse("2026-03-29T00:59:59Z");
    /** An input, and two layers with a weight and a bias each, listed against the order of depth. */
    static final List<LayerRow> LAYERS = List.of(
            new LayerRow("in", "Input", 0, Shape.of(2), List.of(), LayerRow.At.OUTPUT),
            new LayerRow("out", "Dense", 2, Shape.of(1), parameters(5, 1), LayerRow.At.LOGITS),
            new LayerRow("dense", "Dense", 1, Shape.of(5), parameters(2, 5), LayerRow.At.OUTPUT));
    static final FrameLayout LAYOUT = new FrameLayout(List.of(Series.parameter("dense", "weight", 10),
            Series.parameter("dense", "bias", 5), Series.output("dense", 5), Series.outputGradient("dense", 5),
            Series.parameter("out", "weight", 5), Series.parameter("out", "bias", 1), Series.output("out", 1),
            Series.outputGradient("out", 1), Series.step()));
    static final int ALL = FrameFlags.PARAMETERS | FrameFlags.OUTPUTS;

    private Recordings() {
    }

    private static List<LayerRow.Parameter> parameters(int inputs, int units) {
        return List.of(new LayerRow.Parameter("weight", Shape.of(units, inputs)),
                new LayerRow.Parameter("bias", Shape.of(units)));
    }

    static RunRecord record(String id, RunState state, Instant started) {
        RunRecord running = new RunRecord(id, RunState.RUNNING, started, null, null, null, null,
                new RunRecord.Settings(1, 1, 1, 128, 10), "net.headwater", Json.object().build(), List.of(), Map.of(),
                null,
                new RunRecord.Hashes("", ""), Environment.here("0", "0", "0", "0", 0, 0), LAYERS);
        return switch (state) {
            case RUNNING -> running;
            case FAILED -> running.failed("the loss became NaN", started, null);
            case FINISHED, STOPPED -> running.ended(state, started, null);
        };
    }

    static RunFolder folder(Path path, RunState state) throws IOException {
        return folder(path, state, STARTED);
    }

    static RunFolder folder(Path path, RunState state, Instant started) throws IOException {
        RunFolder folder = RunFolder.create(path);
        folder.write(record(path.getFileName().toString(), state, started));
        return folder;
    }

    /** Positive values of many sizes, another set for each step. */
    static double[] values(long step) {
        Random random = new Random(step);
        double[] values = new double[LAYOUT.values()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.pow(10, -12 * random.nextDouble());
        }
        return values;
    }

    /** Writes the steps from {@code first} up to but without {@code end}. */
    static void write(RunFolder folder, long first, long end) throws IOException {
        try (FrameWriter writer = first == 0
                ? FrameWriter.create(folder.moments(), FrameHeader.steps("moments", LAYOUT, 1 << 24))
                : FrameWriter.reopen(folder.moments(), LAYOUT)) {
            for (long step = first; step < end; step++) {
                writer.append(step, step, ALL, values(step));
            }
        }
    }
}
