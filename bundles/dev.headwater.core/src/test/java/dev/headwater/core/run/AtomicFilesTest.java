package dev.headwater.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
    @TempDir
    Path folder;

    @Test
    void newContentReplacesTheOldAndLeavesNothingElse() throws IOException {
        Path file = folder.resolve("run.json");
        AtomicFiles.write(file, "old".getBytes());
        AtomicFiles.write(file, "new".getBytes());
        assertEquals("new", Files.readString(file));
        assertEquals(List.of("run.json"), names());
    }

    @Test
    void failureHalfwayLeavesTheOldFileAndNoRest() throws IOException {
        Path file = folder.resolve("run.json");
        AtomicFiles.write(file, "old".getBytes());
        String message = assertThrows(RunException.class, () -> AtomicFiles.write(file, target -> {
            target.write(ByteBuffer.wrap("ne".getBytes()));
            throw new IOException("No space left on device");
        })).getMessage();
        assertTrue(message.contains("run.json") && message.contains("No space left on device"), message);
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("run.json"), names());
    }

    @Test
    void crashBeforeTheRenameLeavesTheOldFile() throws IOException {
        Path file = folder.resolve("run.json");
        AtomicFiles.write(file, "old".getBytes());
        assertThrows(IllegalStateException.class, () -> AtomicFiles.write(file, target -> {
            target.write(ByteBuffer.wrap("new".getBytes()));
        }, (from, to) -> {
            assertEquals("new", Files.readString(from), "the content is complete before the rename");
            throw new IllegalStateException("crash");
        }));
        assertEquals("old", Files.readString(file));
    }

    @Test
    void fileThatIsHeldForAMomentIsTriedAgain() throws IOException {
        Path file = folder.resolve("run.json");
        AtomicInteger attempts = new AtomicInteger();
        AtomicFiles.write(file, target -> target.write(ByteBuffer.wrap("new".getBytes())), (from, to) -> {
            if (attempts.incrementAndGet() < 4) {
                throw new AccessDeniedException(to.toString());
            }
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        });
        assertEquals(4, attempts.get());
        assertEquals("new", Files.readString(file));
    }

    @Test
    void fileThatStaysHeldIsKeptAsideAndSaid() throws IOException {
        Path file = folder.resolve("run.json");
        AtomicFiles.write(file, "old".getBytes());
        AtomicInteger attempts = new AtomicInteger();
        String message = assertThrows(RunException.class,
                () -> AtomicFiles.write(file, target -> target.write(ByteBuffer.wrap("new".getBytes())),
                        (from, to) -> {
                            attempts.incrementAndGet();
                            throw new AccessDeniedException(to.toString());
                        }))
                .getMessage();
        assertEquals(6, attempts.get());
        assertTrue(message.contains("run.json.new"), message);
        assertEquals("old", Files.readString(file));
        assertEquals("new", Files.readString(folder.resolve("run.json.new")));
    }

    @Test
    void manySaversOfOneFileNeverMixTheirContents() throws Exception {
        Path file = folder.resolve("run.json");
        AtomicFiles.write(file, "0".repeat(50_000).getBytes());
        List<Thread> savers = new ArrayList<>();
        AtomicInteger failed = new AtomicInteger();
        for (int i = 0; i < 8; i++) {
            byte[] content = Integer.toString(i).repeat(50_000).getBytes();
            savers.add(Thread.ofPlatform().start(() -> {
                for (int n = 0; n < 10; n++) {
                    try {
                        AtomicFiles.write(file, content);
                    } catch (RunException e) {
                        failed.incrementAndGet();
                    }
                }
            }));
        }
        while (savers.stream().anyMatch(Thread::isAlive)) {
            String read = Files.readString(file);
            assertEquals(50_000, read.length());
            assertEquals(1, read.chars().distinct().count(), "one saver's content, never two");
        }
        assertEquals(0, failed.get());
        assertEquals(List.of("run.json"), names());
    }

    @Test
    void missingFolderIsNamed() {
        Path file = folder.resolve("none").resolve("run.json");
        String message = assertThrows(RunException.class, () -> AtomicFiles.write(file, new byte[1])).getMessage();
        assertTrue(message.contains("none"), message);
        assertFalse(Files.exists(file));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
