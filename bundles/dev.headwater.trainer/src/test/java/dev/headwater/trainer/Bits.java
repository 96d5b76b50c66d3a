package dev.headwater.trainer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.json.Json;
import dev.headwater.core.run.Checkpoint;
import dev.headwater.core.run.Checkpoints;
import dev.headwater.core.run.EventReader;
import dev.headwater.core.run.RunFolder;
import dev.headwater.core.telemetry.FrameReader;
import java.nio.file.Path;
import java.util.List;

/** Compares runs to the last bit. */
final class Bits {
    private Bits() {
    }

    /** Makes sure that two runs ended with the same parameters and recorded the same at every step and epoch. */
    static void assertSame(Path a, Path b) throws Exception {
        assertSameParameters(a, b);
        assertEquals(epochs(a), epochs(b));
        try (FrameReader x = FrameReader.open(RunFolder.open(a).moments());
                FrameReader y = FrameReader.open(RunFolder.open(b).moments())) {
            assertEquals(x.size(), y.size());
            double[] left = new double[x.header().values()];
            double[] right = new double[y.header().values()];
            for (int i = 0; i < x.size(); i++) {
                assertTrue(x.read(i, left) && y.read(i, right));
                assertEquals(x.firstStep(i), y.firstStep(i));
                assertArrayEquals(left, right, "step " + x.firstStep(i));
            }
        }
    }

    private static void assertSameParameters(Path a, Path b) throws Exception {
        try (Checkpoint x = new Checkpoints(RunFolder.open(a)).newest().checkpoint();
                Checkpoint y = new Checkpoints(RunFolder.open(b)).newest().checkpoint()) {
            assertEquals(x.progress().step(), y.progress().step());
            assertEquals(x.names(), y.names());
            for (String name : x.names()) {
                float[] left = new float[x.shape(name).size()];
                float[] right = left.clone();
                x.read(name, x.shape(name), left, 0);
                y.read(name, x.shape(name), right, 0);
                assertArrayEquals(left, right, 0f, name);
            }
        }
    }

    /** The losses and scores of the epochs, without times. */
    private static List<Json.Obj> epochs(Path run) throws Exception {
        return EventReader.read(RunFolder.open(run).events()).events().stream()
                .filter(event -> event.text("type", "").equals("epoch")).map(event -> event.without("time", "seconds"))
                .toList();
    }
}
