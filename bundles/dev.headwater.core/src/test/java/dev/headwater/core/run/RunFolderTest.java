package dev.headwater.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 7, 5, 9, 8, 7);

    @TempDir
    Path folder;

    @Test
    void hundredParallelStartsGetHundredFolders() throws Exception {
        Path runs = folder.resolve("runs");
        try (ExecutorService pool = Executors.newFixedThreadPool(16)) {
            List<Callable<RunFolder>> starts = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                starts.add(() -> RunFolder.createIn(runs, "circle.headwater", NOW));
            }
            List<RunFolder> made = new ArrayList<>();
            for (Future<RunFolder> start : pool.invokeAll(starts)) {
                made.add(start.get());
            }
            Set<String> ids = made.stream().map(RunFolder::id).collect(Collectors.toSet());
            assertEquals(100, ids.size());
            assertTrue(ids.contains("circle-20260705-090807") && ids.contains("circle-20260705-090807-100"));
            assertTrue(made.stream().allMatch(run -> Files.isDirectory(run.telemetry())));
        }
    }

    @Test
    void namesAreSafeAsFolders() throws IOException {
        assertEquals("a-b-c-20260705-090807", RunFolder.createIn(folder, "a/b c.headwater", NOW).id());
        assertEquals("größe-20260705-090807", RunFolder.createIn(folder, "größe.headwater", NOW).id());
        assertEquals("--20260705-090807", RunFolder.createIn(folder, "..", NOW).id());
        assertTrue(RunFolder.createIn(folder, "x".repeat(400), NOW).id().length() < 120);
    }

    @Test
    void existingFolderIsRefusedAndUntouched() throws IOException {
        Path path = folder.resolve("a/b/run");
        RunFolder.create(path);
        String message = assertThrows(RunException.class, () -> RunFolder.create(path)).getMessage();
        assertTrue(message.contains("exists already"), message);
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThrows(RunException.class, () -> RunFolder.create(file));
        assertThrows(RunException.class, () -> RunFolder.create(file.resolve("run")));
        assertThrows(RunException.class, () -> RunFolder.createIn(file, "net", NOW));
        assertEquals("x", Files.readString(file));
    }

    @Test
    void recordIsReadAsItWasWritten() throws IOException {
        RunFolder run = RunFolder.create(folder.resolve("run"));
        RunRecord begun = Records.full(run.id());
        run.write(begun);
        assertEquals(begun, RunFolder.open(run.path()).read());
        Json.Obj result = Json.object().put("steps", 300L).put("loss", Double.NaN).build();
        RunRecord ended = begun.ended(RunState.FINISHED, Instant.parse("2026-03-29T02:00:00Z"), result);
        run.write(ended);
        assertEquals(ended, run.read());
        RunRecord failed = begun.failed("NaN in dense1", Instant.EPOCH, null);
        run.write(failed);
        assertEquals(failed, run.read());
        assertEquals(RunState.FAILED, run.read().state());
    }

    @Test
    void whatIsNoRunIsNamedWithItsReason() throws IOException {
        assertReason("does not exist", folder.resolve("none"));
        assertReason("not a folder", Files.writeString(folder.resolve("file"), ""));
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertReason("it has no run.json", empty);
        assertReason("newer Headwater (format 2)", broken("\"format\": 1", "\"format\": 2"));
        assertReason("has no 'format'", broken("\"format\": 1,", ""));
        assertReason("run.json, line 2 cannot be read", broken("{", ""));
        assertReason("'state'", broken("\"running\"", "\"sleeping\""));
        assertReason("'started'", broken("2026-03-29T", "yesterday"));
        assertReason("'seed'", broken("\"seed\": -7", "\"seed\": \"x\""));
        assertReason("damaged", broken("\"parts\": 2", "\"parts\": 99999999999"));
        assertReason("'network'", broken("\"network\": {", "\"network\": 1, \"other\": {"));
        assertReason("damaged", broken("\"name\": \"weight\"", "\"name\": null"));
    }

    @Test
    void oneBadRunAmongManyHidesNoOther() throws IOException {
        Path runs = folder.resolve("runs");
        for (int i = 0; i < 49; i++) {
            RunFolder run = RunFolder.createIn(runs, "net", NOW);
            run.write(Records.full(run.id()));
        }
        Path bad = RunFolder.create(runs.resolve("bad")).path();
        Files.write(bad.resolve("run.json"), new byte[] {0, 1, 2, (byte) 0xff});
        Files.writeString(runs.resolve("note.txt"), "not a run");
        List<RunListing> listed = RunListing.of(runs);
        assertEquals(50, listed.size());
        assertEquals(49, listed.stream().filter(one -> one.run() != null && one.reason() == null).count());
        RunListing first = listed.get(0);
        assertEquals(bad, first.folder());
        assertNull(first.run());
        assertTrue(first.reason().contains("run.json"), first.reason());
        assertEquals(List.of(), RunListing.of(folder.resolve("none")));
    }

    @Test
    void runningRunWithoutAProcessWasInterrupted() throws IOException {
        RunFolder run = RunFolder.create(folder.resolve("run"));
        RunRecord record = Records.full(run.id());
        assertTrue(run.interrupted(record));
        try (RunLock lock = RunLock.acquire(run)) {
            assertNotNull(lock);
            assertFalse(run.interrupted(record));
        }
        assertTrue(run.interrupted(record));
        assertFalse(run.interrupted(record.ended(RunState.FINISHED, Instant.EPOCH, null)));
    }

    private Path broken(String what, String by) throws IOException {
        RunFolder run = RunFolder.createIn(folder, "broken", NOW);
        run.write(Records.full(run.id()));
        String text = Files.readString(run.record());
        assertTrue(text.contains(what), "the case changes something: " + what + " in " + text);
        int at = text.indexOf(what);
        Files.writeString(run.record(), text.substring(0, at) + by + text.substring(at + what.length()));
        return run.path();
    }

    private static void assertReason(String reason, Path path) {
        String message = assertThrows(RunException.class, () -> RunFolder.open(path)).getMessage();
        assertTrue(message.contains(reason) && message.contains(path.getFileName().toString()), message);
    }
}
