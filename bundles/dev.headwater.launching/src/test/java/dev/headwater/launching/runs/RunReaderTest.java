package dev.headwater.launching.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.run.RunFolder;
import dev.headwater.core.run.RunLock;
import dev.headwater.core.run.RunState;
import dev.headwater.core.telemetry.LayerReport;
import dev.headwater.core.telemetry.LayerReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunReaderTest {
    @TempDir
    private Path temp;

    private static RunSnapshot last(RunReader reader, RunRequest request) {
        RunSnapshot last = null;
        for (RunSnapshot now = reader.poll(request); now != null; now = reader.poll(request)) {
            last = now;
        }
        return last;
    }

    @ParameterizedTest
    @EnumSource
    void mapAndStepShowWhatTheReportsSay(Quantity quantity) throws IOException {
        RunFolder folder = Recordings.folder(temp.resolve("run"), RunState.FINISHED);
        Recordings.write(folder, 0, 40);
        try (RunReader reader = new RunReader(folder.path())) {
            RunSnapshot snapshot = last(reader, new RunRequest(1, quantity, 17));
            List<LayerReport> expected = new LayerReports(Recordings.LAYOUT, snapshot.step().layers().stream()
                    .map(report -> Recordings.LAYERS.stream().filter(row -> row.id().equals(report.id())).findFirst()
                            .orElseThrow())
                    .toList()).of(Recordings.ALL, Recordings.values(17));
            assertEquals(expected, snapshot.step().layers());
            assertEquals(List.of("in", "dense", "out"), expected.stream().map(LayerReport::id).toList());
            assertEquals(40, snapshot.map().columns().size());
            assertEquals(List.of("dense", "out"), snapshot.map().rows().stream().map(row -> row.id()).toList());
            for (int row = 0; row < 2; row++) {
                OptionalDouble value = quantity.of(expected.get(row + 1));
                assertEquals(Math.log10(value.orElseThrow()), snapshot.map().columns().get(17).mean(row));
            }
        }
    }

    @Test
    void aGrowingRunIsFollowedToItsEnd() throws IOException {
        RunFolder folder = Recordings.folder(temp.resolve("run"), RunState.RUNNING);
        try (RunLock lock = RunLock.acquire(folder); RunReader reader = new RunReader(folder.path())) {
            assertNotNull(lock);
            RunRequest newest = new RunRequest(1, Quantity.PARAMETER_GRADIENT, RunRequest.NEWEST);
            RunSnapshot waiting = reader.poll(newest);
            assertEquals(RunStatus.RUNNING, waiting.status());
            assertFalse(waiting.hasSteps());
            assertTrue(reader.alive());
            Recordings.write(folder, 0, 100);
            assertEquals(99, last(reader, newest).progress().step());
            Recordings.write(folder, 100, 250);
            RunSnapshot snapshot = last(reader, newest);
            assertEquals(249, snapshot.progress().step());
            assertEquals(250, snapshot.map().frames());
            assertTrue(snapshot.complete());
            assertNull(reader.poll(newest));
        }
    }

    @Test
    void aStepThatWasNotRecordedLeadsToTheNearest() throws IOException {
        RunFolder folder = Recordings.folder(temp.resolve("run"), RunState.STOPPED);
        Recordings.write(folder, 0, 10);
        try (RunReader reader = new RunReader(folder.path())) {
            assertEquals(9, last(reader, new RunRequest(1, Quantity.UPDATE_RATIO, 5000)).step().first());
            RunSnapshot newest = last(reader, new RunRequest(2, Quantity.UPDATE_RATIO, RunRequest.NEWEST));
            assertEquals(9, newest.step().first());
            assertEquals(2, newest.request());
        }
    }

    @Test
    void aFlippedByteCostsItsFrameAndIsCounted() throws IOException {
        RunFolder folder = Recordings.folder(temp.resolve("run"), RunState.FINISHED);
        Recordings.write(folder, 0, 20);
        byte[] bytes = Files.readAllBytes(folder.moments());
        int frame = 40 + 8 * Recordings.LAYOUT.values();
        bytes[bytes.length - 5 * frame + frame / 2] ^= 1;
        Files.write(folder.moments(), bytes);
        try (RunReader reader = new RunReader(folder.path())) {
            RunSnapshot snapshot = last(reader, new RunRequest(1, Quantity.PARAMETER_GRADIENT, RunRequest.NEWEST));
            assertEquals(1, snapshot.damaged());
            assertEquals(19, snapshot.map().columns().size());
            assertEquals(19, snapshot.progress().step());
        }
    }

    @Test
    void aBrokenRecordOrRecordingIsSaidInOneSentence() throws IOException {
        Path noRecord = Files.createDirectory(temp.resolve("empty"));
        RunFolder folder = Recordings.folder(temp.resolve("run"), RunState.FINISHED);
        Files.writeString(folder.moments(), "no telemetry");
        for (Path path : List.of(noRecord, folder.path())) {
            try (RunReader reader = new RunReader(path)) {
                RunSnapshot snapshot = reader.poll(new RunRequest(1, Quantity.PARAMETER_GRADIENT, 0));
                assertEquals(RunStatus.UNREADABLE, snapshot.status());
                assertTrue(snapshot.reason().contains(path.toString()), snapshot.reason());
                assertFalse(reader.alive());
            }
        }
    }

    @Test
    void anotherQuantityIsShownFromTheFirstStep() throws IOException {
        RunFolder folder = Recordings.folder(temp.resolve("run"), RunState.FINISHED);
        Recordings.write(folder, 0, 30);
        try (RunReader reader = new RunReader(folder.path())) {
            last(reader, new RunRequest(1, Quantity.PARAMETER_GRADIENT, 3));
            RunSnapshot other = last(reader, new RunRequest(2, Quantity.OUTPUT_GRADIENT, 3));
            assertEquals(Quantity.OUTPUT_GRADIENT, other.map().quantity());
            assertEquals(30, other.map().columns().size());
        }
    }
}
