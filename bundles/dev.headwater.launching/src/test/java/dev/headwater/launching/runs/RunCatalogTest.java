package dev.headwater.launching.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.run.RunFolder;
import dev.headwater.core.run.RunLock;
import dev.headwater.core.run.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCatalogTest {
    @TempDir
    private Path project;

    private final RunCatalog catalog = new RunCatalog();

    private List<String> names() {
        return catalog.scan(List.of(project)).stream().map(FoundRun::name).toList();
    }

    @Test
    void runsAreFoundInTheProjectAndItsRunsNewestFirst() throws IOException {
        Recordings.folder(project.resolve("runs/old"), RunState.FINISHED, Recordings.STARTED);
        Recordings.folder(project.resolve("runs/new"), RunState.STOPPED, Recordings.STARTED.plusSeconds(2));
        Recordings.folder(project.resolve("beside"), RunState.FAILED, Recordings.STARTED.plusSeconds(1));
        assertEquals(List.of("new", "beside", "old"), names());
        FoundRun failed = catalog.scan(List.of(project)).get(1);
        assertEquals(RunStatus.FAILED, failed.status());
        assertEquals("the loss became NaN", failed.reason());
    }

    @Test
    void aBrokenFolderHidesNoOtherAndSaysWhy() throws IOException {
        Recordings.folder(project.resolve("runs/good"), RunState.FINISHED);
        Path broken = Files.createDirectories(project.resolve("runs/broken"));
        Files.writeString(broken.resolve("run.json"), "{\"format\": 1, ");
        Files.createDirectories(project.resolve("runs/not-begun"));
        Files.writeString(project.resolve("runs/readme.txt"), "no folder");
        assertEquals(List.of("broken", "good"), names());
        FoundRun found = catalog.scan(List.of(project)).getFirst();
        assertEquals(RunStatus.UNREADABLE, found.status());
        assertTrue(found.reason().contains("run.json"), found.reason());
    }

    @Test
    void aChangedRecordAndAnEndedProcessAreNoticed() throws IOException {
        RunFolder folder = Recordings.folder(project.resolve("runs/run"), RunState.RUNNING);
        try (RunLock lock = RunLock.acquire(folder)) {
            assertEquals(folder.path(), project.resolve("runs/run"), lock.toString());
            assertEquals(RunStatus.RUNNING, catalog.scan(List.of(project)).getFirst().status());
        }
        assertEquals(RunStatus.INTERRUPTED, catalog.scan(List.of(project)).getFirst().status());
        folder.write(Recordings.record("run", RunState.FINISHED, Recordings.STARTED));
        assertEquals(RunStatus.FINISHED, catalog.scan(List.of(project)).getFirst().status());
    }

    @Test
    void aMissingProjectHasNoRuns() {
        assertEquals(List.of(), catalog.scan(List.of(project.resolve("gone"))));
    }
}
