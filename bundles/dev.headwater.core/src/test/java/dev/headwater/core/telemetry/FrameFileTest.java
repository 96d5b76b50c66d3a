package dev.headwater.core.telemetry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameFileTest {
    @TempDir
    Path folder;

    @Test
    void everyFrameIsReadAsItWasWritten() throws IOException {
        Path file = folder.resolve("moments.0");
        FrameHeader header = FrameHeader.steps("moments", Frames.LAYOUT, FrameHeader.DEFAULT_CAP);
        Frames.write(file, header, 0, 3000);
        try (FrameReader reader = FrameReader.open(file)) {
            assertEquals(header, reader.header());
            assertEquals(3000, reader.size());
            assertEquals(0, reader.lost());
            assertEquals(0, reader.firstStep(reader.first()));
            assertEquals(2999, reader.lastStep(reader.last()));
            assertEquals(FrameFlags.PARAMETERS, reader.flags(17));
            assertEquals(-1, reader.frameCovering(3000));
            Frames.check(reader);
        }
    }

    @Test
    void nanAndInfinityAndTheSmallestNumbersSurvive() throws IOException {
        Path file = folder.resolve("moments.0");
        FrameLayout layout = new FrameLayout(List.of(Series.outputGradient("a", 1)));
        double[] odd = {Double.NaN, Double.POSITIVE_INFINITY, -0.0, Double.MIN_VALUE, 1e-23, Double.MAX_VALUE, 1};
        try (FrameWriter writer = FrameWriter.create(file, FrameHeader.steps("moments", layout, 1 << 20))) {
            writer.append(0, 0, FrameFlags.OUTPUTS, odd);
        }
        try (FrameReader reader = FrameReader.open(file)) {
            double[] read = new double[odd.length];
            assertTrue(reader.read(0, read));
            assertArrayEquals(odd, read);
        }
    }

    @Test
    void fileWithoutFramesIsEmptyAndNotDamaged() throws IOException {
        Path file = folder.resolve("moments.0");
        Frames.write(file, Frames.header(10), 0, 0);
        try (FrameReader reader = FrameReader.open(file)) {
            assertEquals(0, reader.size());
            assertEquals(0, reader.lost());
            assertEquals(-1, reader.first());
            assertEquals(-1, reader.last());
            assertEquals(-1, reader.frameCovering(0));
            assertFalse(reader.refresh());
        }
    }

    @Test
    void fullFileKeepsTheBeginningAndTheNewest() throws IOException {
        Path file = folder.resolve("moments.0");
        int frameBytes = Frames.header(2).frameBytes();
        long cap = 3000L * frameBytes;
        FrameHeader header = FrameHeader.steps("moments", Frames.LAYOUT, cap);
        Frames.write(file, header, 0, 20_000);
        assertTrue(Files.size(file) <= cap, "the cap holds");
        try (FrameReader reader = FrameReader.open(file)) {
            assertEquals(header.head() + header.ring(), reader.size());
            assertTrue(reader.size() > 2900);
            assertEquals(1023, reader.frameCovering(1023));
            assertEquals(-1, reader.frameCovering(1024));
            assertEquals(19_999, reader.lastStep(reader.last()));
            assertEquals(20_000 - header.ring(), reader.firstStep(1024));
            Frames.check(reader);
        }
    }

    @Test
    void headTakesHalfWhereFramesAreLarge() {
        int frameBytes = Frames.header(2).frameBytes();
        FrameHeader header = FrameHeader.steps("moments", Frames.LAYOUT, 100L * frameBytes + 40_000);
        assertTrue(header.head() >= 50 && header.head() < 100, "head " + header.head());
        FrameHeader tiny = FrameHeader.steps("moments", Frames.LAYOUT, 1);
        assertEquals(1, tiny.head());
        assertEquals(1, tiny.ring());
    }

    @Test
    void laterFramesWinAfterAResume() throws IOException {
        Path file = folder.resolve("moments.0");
        Frames.write(file, Frames.header(1000), 0, 100);
        try (FrameWriter writer = FrameWriter.reopen(file, Frames.LAYOUT)) {
            double[] other = new double[Frames.LAYOUT.values()];
            Arrays.fill(other, 7);
            for (long step = 60; step < 80; step++) {
                writer.append(step, step, FrameFlags.RESUMED, other);
            }
        }
        try (FrameReader reader = FrameReader.open(file)) {
            assertEquals(80, reader.size());
            assertEquals(79, reader.lastStep(reader.last()));
            double[] values = new double[Frames.LAYOUT.values()];
            assertTrue(reader.read(reader.frameCovering(60), values));
            assertEquals(7, values[0]);
            assertEquals(FrameFlags.RESUMED, reader.flags(60));
            assertTrue(reader.read(reader.frameCovering(59), values));
            assertArrayEquals(Frames.values(59, values.length), values);
        }
    }

    @Test
    void reopenedFileGoesOnInTheRing() throws IOException {
        Path file = folder.resolve("moments.0");
        Frames.write(file, Frames.header(20), 0, 33);
        try (FrameWriter writer = FrameWriter.reopen(file, Frames.LAYOUT)) {
            Frames.append(writer, 33, 47);
        }
        try (FrameReader reader = FrameReader.open(file)) {
            assertEquals(20, reader.size());
            assertEquals(37, reader.firstStep(10));
            assertEquals(46, reader.lastStep(reader.last()));
            Frames.check(reader);
        }
    }

    @Test
    void reopeningForOtherTensorsIsRefused() throws IOException {
        Path file = folder.resolve("moments.0");
        Frames.write(file, Frames.header(20), 0, 3);
        FrameLayout other = new FrameLayout(List.of(Series.step()));
        assertThrows(TelemetryException.class, () -> FrameWriter.reopen(file, other).close());
        assertThrows(TelemetryException.class, () -> FrameWriter.create(file, Frames.header(20)).close());
    }

    @Test
    void frameOfACoarserLevelCoversItsSteps() throws IOException {
        Path file = folder.resolve("moments.1");
        FrameLayout layout = new FrameLayout(List.of(Series.step()));
        FrameHeader header = new FrameHeader("moments", 1, 16, List.of("min", "mean", "max"), layout, 10, 10);
        try (FrameWriter writer = FrameWriter.create(file, header)) {
            for (long first = 0; first < 160; first += 16) {
                writer.append(first, first + 15, 0, Frames.values(first, 3 * layout.values()));
            }
            writer.append(160, 164, 0, Frames.values(160, 3 * layout.values()));
        }
        try (FrameReader reader = FrameReader.open(file)) {
            assertEquals(header, reader.header());
            assertEquals(6, reader.frameCovering(111));
            assertEquals(7, reader.frameCovering(112));
            assertEquals(10, reader.frameCovering(164));
            assertEquals(-1, reader.frameCovering(165));
        }
    }
}
