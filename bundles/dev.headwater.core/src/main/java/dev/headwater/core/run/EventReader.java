package dev.headwater.core.run;

import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonException;
import dev.headwater.core.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code events.jsonl}, finished or growing. A damaged line costs itself alone and is counted. */
public final class EventReader implements Closeable {
    private static final int LONGEST_LINE = 1 << 20;

    private final FileChannel file;
    private final ByteBuffer chunk = ByteBuffer.allocate(1 << 16);
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean tooLong;
    private long position;
    private int damaged;

    private EventReader(FileChannel file) {
        this.file = file;
    }

    /**
     * What a log says, read at once.
     *
     * @param events the events, in the order they were written
     * @param damaged how many lines could not be read, a cut-off last one included
     */
    public record Events(List<Json.Obj> events, int damaged) {
    }

    /**
     * Opens a log.
     *
     * @throws RunException if there is none, or it cannot be read
     */
    public static EventReader open(Path path) throws RunException {
        try {
            return new EventReader(FileChannel.open(path, StandardOpenOption.READ));
        } catch (IOException e) {
            throw new RunException(path + " cannot be read: " + AtomicFiles.reason(e), e);
        }
    }

    /**
     * Reads a whole log; a last line without an end counts if it is complete.
     *
     * @throws IOException if it cannot be read
     */
    public static Events read(Path path) throws IOException {
        try (EventReader reader = open(path)) {
            List<Json.Obj> events = reader.next();
            if (reader.line.size() > 0 || reader.tooLong) {
                reader.endLine(events);
            }
            return new Events(events, reader.damaged);
        }
    }

    /**
     * The events whose lines were completed since the last call.
     *
     * @throws IOException if the file cannot be read
     */
    public List<Json.Obj> next() throws IOException {
        List<Json.Obj> events = new ArrayList<>();
        while (file.read(chunk.clear(), position) > 0) {
            position += chunk.flip().remaining();
            while (chunk.hasRemaining()) {
                byte one = chunk.get();
                if (one == '\n') {
                    endLine(events);
                } else if (line.size() < LONGEST_LINE) {
                    line.write(one);
                } else {
                    tooLong = true;
                }
            }
        }
        return events;
    }

    /** How many lines could not be read so far. */
    public int damaged() {
        return damaged;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void endLine(List<Json.Obj> events) {
        byte[] bytes = line.toByteArray();
        boolean readable = !tooLong;
        line.reset();
        tooLong = false;
        if (readable && new String(bytes, StandardCharsets.UTF_8).isBlank()) {
            return;
        }
        try {
            if (readable && JsonReader.read("events.jsonl", bytes) instanceof Json.Obj event) {
                events.add(event);
                return;
            }
        } catch (JsonException e) {
            // Counted below: what happened before and after it is still told.
        }
        damaged++;
    }
}
