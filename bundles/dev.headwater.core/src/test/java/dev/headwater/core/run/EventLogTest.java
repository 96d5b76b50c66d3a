package dev.headwater.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {
    @TempDir
    Path folder;

    @Test
    void eventsAreReadAsTheyWereWritten() throws IOException {
        Path file = folder.resolve("events.jsonl");
        Json.Obj odd = event(1).with("text", Json.of("a\nb \"ü\" \u2028")).with("loss", Json.of(Double.NaN));
        try (EventLog log = EventLog.open(file)) {
            log.append(odd);
            assertEquals(List.of(odd), EventReader.read(file).events(), "it is there at once");
            log.append(event(2));
        }
        EventReader.Events read = EventReader.read(file);
        assertEquals(List.of(odd, event(2)), read.events());
        assertEquals(0, read.damaged());
    }

    @Test
    void cutAnywhereCostsTheLastLineAlone() throws IOException {
        Path file = write(5);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length <= whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            Files.write(file, cut);
            EventReader.Events read = EventReader.read(file);
            String text = new String(cut, StandardCharsets.UTF_8);
            long lines = text.chars().filter(c -> c == '\n').count();
            boolean complete = text.endsWith("}");
            boolean torn = !text.isEmpty() && !text.endsWith("\n") && !complete;
            assertEquals(lines + (complete ? 1 : 0), read.events().size());
            assertEquals(torn ? 1 : 0, read.damaged());
        }
    }

    @Test
    void logGoesOnOnANewLineBehindATornOne() throws IOException {
        Path file = write(3);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 4));
        try (EventLog log = EventLog.open(file)) {
            log.append(event(7));
        }
        EventReader.Events read = EventReader.read(file);
        assertEquals(List.of(event(0), event(1), event(7)), read.events());
        assertEquals(1, read.damaged());
    }

    @Test
    void damagedLinesAreCountedAndTheOthersRead() throws IOException {
        Path file = write(1);
        String bad = "\u0000\u0001\n[1,2]\n\n" + "[".repeat(100_000) + "\n{\"a\":1,\"a\":2}\n" + "x".repeat(3 << 20)
                + "\n";
        Files.writeString(file, bad + "{\"type\":\"end\"}\n", StandardOpenOption.APPEND);
        EventReader.Events read = EventReader.read(file);
        assertEquals(2, read.events().size());
        assertEquals(5, read.damaged());
    }

    @Test
    void growingLogTellsEachEventOnce() throws IOException {
        Path file = write(2);
        try (EventReader reader = EventReader.open(file)) {
            assertEquals(2, reader.next().size());
            assertEquals(List.of(), reader.next());
            Files.writeString(file, "{\"type\":", StandardOpenOption.APPEND);
            assertEquals(List.of(), reader.next(), "the line is not complete yet");
            Files.writeString(file, "\"x\"}\n", StandardOpenOption.APPEND);
            assertEquals("x", reader.next().get(0).text("type", ""));
            assertEquals(0, reader.damaged());
        }
    }

    @Test
    void missingLogIsNamed() {
        Path file = folder.resolve("none.jsonl");
        String message = assertThrows(RunException.class, () -> EventReader.read(file)).getMessage();
        assertTrue(message.contains("none.jsonl"), message);
    }

    private Path write(int events) throws IOException {
        Path file = folder.resolve("events.jsonl");
        try (EventLog log = EventLog.open(file)) {
            for (int i = 0; i < events; i++) {
                log.append(event(i));
            }
        }
        return file;
    }

    private static Json.Obj event(long step) {
        return Json.object().put("type", "epoch").put("step", step).build();
    }
}
