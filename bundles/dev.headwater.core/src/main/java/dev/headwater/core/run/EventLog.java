package dev.headwater.core.run;

import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Appends what happens in a run to {@code events.jsonl}, one JSON object a line, each at once. */
public final class EventLog implements Closeable {
    private final Path path;
    private final FileChannel file;

    private EventLog(Path path, FileChannel file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Opens a log, or makes it. A line that a crash cut off is ended, so that it spoils no other.
     *
     * @throws RunException if it cannot be written
     */
    public static EventLog open(Path path) throws RunException {
        try {
            FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            EventLog log = new EventLog(path, file);
            try {
                log.endLine();
                return log;
            } catch (IOException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw new RunException(path + " cannot be written: " + AtomicFiles.reason(e), e);
        }
    }

    /**
     * Adds an event and hands it to the operating system.
     *
     * @throws RunException if it cannot be written
     */
    public synchronized void append(Json.Obj event) throws RunException {
        ByteBuffer line = ByteBuffer.wrap((JsonWriter.writeCompact(event) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (line.hasRemaining()) {
                file.write(line);
            }
        } catch (IOException e) {
            throw new RunException(path + " cannot be written: " + AtomicFiles.reason(e), e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void endLine() throws IOException {
        long size = file.size();
        file.position(size);
        ByteBuffer last = ByteBuffer.allocate(1);
        if (size > 0 && file.read(last, size - 1) == 1 && last.get(0) != '\n') {
            file.write(ByteBuffer.wrap(new byte[] {'\n'}));
        }
    }
}
