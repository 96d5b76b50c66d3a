package dev.headwater.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.json.Json;
import dev.headwater.core.telemetry.FrameFlags;
import dev.headwater.core.telemetry.FrameHeader;
import dev.headwater.core.telemetry.FrameLayout;
import dev.headwater.core.telemetry.FrameReader;
import dev.headwater.core.telemetry.FrameWriter;
import dev.headwater.core.telemetry.Series;
import dev.headwater.core.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunHistoryTest {
    private static final FrameLayout LAYOUT = new FrameLayout(List.of(Series.step()));

    @TempDir
    Path folder;

    private RunFolder old;
    private RunFolder next;

    @BeforeEach
    void makeRuns() throws IOException {
        old = RunFolder.create(folder.resolve("old"));
        next = RunFolder.create(folder.resolve("next"));
    }

    @Test
    void resumedRunBeginsWithTheHistoryUpToTheCheckpoint() throws IOException {
        write(old.moments(), FrameHeader.steps("moments", LAYOUT, 1 << 20), 0, 250);
        write(old.histograms(), FrameHeader.steps("histograms", LAYOUT, 1 << 20), 0, 3);
        try (EventLog log = EventLog.open(old.events())) {
            for (long step = 50; step <= 250; step += 50) {
                log.append(event("epoch", step));
            }
            log.append(event("stopped", 200));
        }
        RunHistory.Copied copied = RunHistory.copy(old, next, 200);
        assertEquals(new RunHistory.Copied(203, 4, 0, List.of()), copied);
        assertEquals(List.of(event("epoch", 50), event("epoch", 100), event("epoch", 150), event("epoch", 200)),
                EventReader.read(next.events()).events());
        try (FrameWriter writer = FrameWriter.reopen(next.moments(), LAYOUT)) {
            writer.append(200, 200, FrameFlags.RESUMED, new double[] {-1, -1, -1, -1});
        }
        try (FrameReader reader = FrameReader.open(next.moments())) {
            assertEquals(201, reader.size());
            double[] values = new double[LAYOUT.values()];
            assertTrue(reader.read(reader.frameCovering(199), values));
            assertEquals(199, values[0]);
            assertTrue(reader.read(reader.last(), values));
            assertEquals(-1, values[0]);
        }
    }

    @Test
    void wrappedFileIsTakenOverInTheOrderOfItsSteps() throws IOException {
        write(old.moments(), new FrameHeader("moments", 0, 1, List.of("value"), LAYOUT, 4, 6), 0, 27);
        assertEquals(8, RunHistory.copy(old, next, 25).frames());
        try (FrameReader reader = FrameReader.open(next.moments())) {
            assertEquals(8, reader.size());
            assertEquals(3, reader.firstStep(3));
            assertEquals(21, reader.firstStep(4));
            assertEquals(24, reader.lastStep(reader.last()));
        }
    }

    @Test
    void damageInTheOldRunIsSaidAndStopsNothing() throws IOException {
        write(old.moments(), FrameHeader.steps("moments", LAYOUT, 1 << 20), 0, 10);
        byte[] bytes = Files.readAllBytes(old.moments());
        bytes[bytes.length - 30] ^= 1;
        Files.write(old.moments(), bytes);
        Files.writeString(old.histograms(), "not telemetry");
        Files.writeString(old.events(), "{\"type\":\"epoch\",\"step\":5}\n{\"type\":");
        RunHistory.Copied copied = RunHistory.copy(old, next, 100);
        assertEquals(9, copied.frames());
        assertEquals(1, copied.events());
        assertEquals(2, copied.lost());
        assertTrue(copied.unreadable().get(0).contains("histograms.0"), copied.unreadable().get(0));
        assertFalse(Files.exists(next.histograms()));
    }

    @Test
    void bestCheckpointComesAlongUnlessItIsFromTheFuture() throws IOException {
        Checkpoints checkpoints = new Checkpoints(old);
        checkpoints.save(progress(100, true), tensors());
        checkpoints.save(progress(200, false), tensors());
        RunHistory.copy(old, next, 200);
        assertEquals(next.path().resolve("checkpoint-100.safetensors"), new Checkpoints(next).best());
        Checkpoint.open(new Checkpoints(next).best()).close();
        RunFolder third = RunFolder.create(folder.resolve("third"));
        RunHistory.copy(old, third, 50);
        assertEquals(List.of(), new Checkpoints(third).list());
    }

    @Test
    void runWithoutTelemetryHasNoHistory() throws IOException {
        Files.delete(old.telemetry());
        assertEquals(new RunHistory.Copied(0, 0, 0, List.of()), RunHistory.copy(old, next, 10));
    }

    private static void write(Path file, FrameHeader header, long from, long to) throws IOException {
        try (FrameWriter writer = FrameWriter.create(file, header)) {
            for (long step = from; step < to; step++) {
                writer.append(step, step, 0, new double[] {step, 0, 0, 0});
            }
        }
    }

    private static Json.Obj event(String type, long step) {
        return Json.object().put("type", type).put("step", step).build();
    }

    private static Progress progress(long step, boolean best) {
        return new Progress(step, 0, 0, best, 0.5, 1, "d", "e", Map.of());
    }

    private static List<NamedTensor> tensors() {
        return List.of(NamedTensor.of("a/w", Shape.of(3), new float[3], 0));
    }
}
