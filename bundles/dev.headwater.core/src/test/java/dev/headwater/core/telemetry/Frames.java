package dev.headwater.core.telemetry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Frames whose every value follows from their step, so that a reader can be checked against nothing but the step. */
final class Frames {
    static final FrameLayout LAYOUT = new FrameLayout(List.of(Series.step(), Series.parameter("dense1", "weight", 10),
            Series.parameter("dense1", "bias", 5), Series.output("dense1", 160), Series.outputGradient("dense1", 160)));

    private Frames() {
    }

    static double[] values(long step, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = Math.sin(step * 31.0 + i);
        }
        return values;
    }

    static void write(Path file, FrameHeader header, long from, long to) throws IOException {
        try (FrameWriter writer = FrameWriter.create(file, header)) {
            append(writer, from, to);
        }
    }

    static void append(FrameWriter writer, long from, long to) {
        for (long step = from; step < to; step++) {
            writer.append(step, step, FrameFlags.PARAMETERS, values(step, writer.header().values()));
        }
    }

    /** A small file: room for {@code frames} in all. */
    static FrameHeader header(int frames) {
        return new FrameHeader("moments", 0, 1, List.of("value"), LAYOUT, frames / 2, frames - frames / 2);
    }

    /** Reads every frame and checks its values and the order of the steps. */
    static void check(FrameReader reader) throws IOException {
        double[] values = new double[reader.header().values()];
        for (int i = 0; i < reader.size(); i++) {
            assertTrue(reader.read(i, values), "frame " + i + " can be read");
            assertArrayEquals(values(reader.firstStep(i), values.length), values);
            assertEquals(i, reader.frameCovering(reader.firstStep(i)));
            assertTrue(i == 0 || reader.firstStep(i) > reader.firstStep(i - 1), "steps ascend");
        }
    }
}
