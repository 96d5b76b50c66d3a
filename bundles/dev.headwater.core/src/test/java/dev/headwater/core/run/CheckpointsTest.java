package dev.headwater.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
    @TempDir
    Path folder;

    private RunFolder run;
    private Checkpoints checkpoints;

    @BeforeEach
    void makeRun() throws IOException {
        run = RunFolder.create(folder.resolve("run"));
        checkpoints = new Checkpoints(run);
    }

    @Test
    void checkpointIsReadAsItWasTaken() throws IOException {
        Progress progress = new Progress(120, 3, 17, true, 0.1 + 0.2, -5, "design", "data", Map.of("decay", "0.5"));
        float[] flat = {1, 2, 3, 4, 5, 6};
        checkpoints.save(progress,
                List.of(NamedTensor.of(NamedTensor.parameter("stage1.3/a", "weight"), Shape.of(2, 2), flat, 0),
                        NamedTensor.of(NamedTensor.slot("m", "stage1.3/a", "weight"), Shape.of(2), flat, 4)));
        try (Checkpoint read = Checkpoint.open(run.path().resolve("checkpoint-120.safetensors"))) {
            assertEquals(progress, read.progress());
            assertEquals(List.of("stage1.3/a/weight", "optimizer.m/stage1.3/a/weight"), read.names());
            float[] two = new float[2];
            read.read("optimizer.m/stage1.3/a/weight", Shape.of(2), two, 0);
            assertTrue(Arrays.equals(new float[] {5, 6}, two));
        }
    }

    @Test
    void lastTwoAndTheBestAreKept() throws IOException {
        save(100, true);
        save(200, false);
        save(300, true);
        save(400, false);
        save(500, false);
        save(1000, false);
        assertEquals(List.of("checkpoint-300.safetensors", "checkpoint-500.safetensors",
                "checkpoint-1000.safetensors"), names());
        assertEquals("checkpoint-300.safetensors", checkpoints.best().getFileName().toString());
        save(1100, true);
        assertEquals(List.of("checkpoint-1000.safetensors", "checkpoint-1100.safetensors"), names());
    }

    @Test
    void bestStaysTheBestWhenItsStepIsSavedAgain() throws IOException {
        assertNull(checkpoints.best());
        save(100, true);
        save(100, false);
        assertEquals("checkpoint-100.safetensors", checkpoints.best().getFileName().toString());
    }

    @Test
    void damagedNewestIsPassedOverAndSaid() throws IOException {
        save(100, false);
        Path newest = save(200, false);
        byte[] bytes = Files.readAllBytes(newest);
        bytes[bytes.length - 2] ^= 1;
        Files.write(newest, bytes);
        Files.write(run.path().resolve("checkpoint-300.safetensors"), new byte[0]);
        Files.write(run.path().resolve(".checkpoint-400.safetensors.12.tmp"), new byte[10]);
        Files.write(run.path().resolve("checkpoint-x.safetensors"), new byte[10]);
        Checkpoints.Newest found = checkpoints.newest();
        try (Checkpoint checkpoint = found.checkpoint()) {
            assertEquals(100, checkpoint.progress().step());
        }
        assertEquals(2, found.damaged().size());
        assertTrue(found.damaged().get(0).contains("checkpoint-300.safetensors"), found.damaged().get(0));
        assertTrue(found.damaged().get(1).contains("its checksum does not fit"), found.damaged().get(1));
    }

    @Test
    void damagedFilesDoNotPushOutWholeOnes() throws IOException {
        save(100, false);
        save(200, false);
        Files.write(run.path().resolve("checkpoint-250.safetensors"), new byte[100]);
        save(300, false);
        assertEquals(List.of("checkpoint-200.safetensors", "checkpoint-250.safetensors",
                "checkpoint-300.safetensors"), names());
    }

    @Test
    void everyFlippedByteIsNoticedOrHarmless() throws IOException {
        Path file = save(100, true);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(5);
        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            byte[] bytes = whole.clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bytes);
            try (Checkpoint read = Checkpoint.open(file)) {
                float[] weights = new float[100];
                read.read("a/weight", Shape.of(100), weights, 0);
                assertEquals(100f, weights[99], "whatever was flipped in the texts, the tensors are right");
            } catch (RunException e) {
                refused++;
            }
        }
        assertTrue(refused > 500, "refused " + refused);
    }

    @Test
    void runWithoutACheckpointSaysSo() {
        String message = assertThrows(RunException.class, () -> checkpoints.newest()).getMessage();
        assertTrue(message.contains("has no checkpoint"), message);
    }

    @Test
    void foreignAndNewerFilesAreRefused() throws IOException {
        Path file = run.path().resolve("checkpoint-1.safetensors");
        AtomicFiles.write(file, target -> SafetensorsWriter.write(target, Map.of("by", "another"), List.of()));
        assertThrows(RunException.class, () -> Checkpoint.open(file).close());
        AtomicFiles.write(file, target -> SafetensorsWriter.write(target, Map.of("format", "2"), List.of()));
        String message = assertThrows(RunException.class, () -> Checkpoint.open(file).close()).getMessage();
        assertTrue(message.contains("format 2") && message.contains("update"), message);
    }

    @Test
    void failedSaveLeavesTheEarlierOnes() throws IOException {
        save(100, false);
        Progress next = progress(200, false);
        NamedTensor tensor = NamedTensor.of("a", Shape.of(1), new float[1], 0);
        assertThrows(IllegalArgumentException.class, () -> checkpoints.save(next, List.of(tensor, tensor)));
        assertEquals(List.of("checkpoint-100.safetensors"), names());
        try (var files = Files.list(run.path())) {
            assertFalse(files.anyMatch(file -> file.toString().endsWith(AtomicFiles.UNFINISHED)));
        }
    }

    private Path save(long step, boolean best) throws IOException {
        float[] weights = new float[100];
        Arrays.fill(weights, step);
        return checkpoints.save(progress(step, best),
                List.of(NamedTensor.of("a/weight", Shape.of(100), weights, 0)));
    }

    private static Progress progress(long step, boolean best) {
        return new Progress(step, 0, step, best, Double.NaN, 1, "d", "e", Map.of());
    }

    private List<String> names() throws IOException {
        return checkpoints.list().stream().map(file -> file.getFileName().toString()).toList();
    }
}
