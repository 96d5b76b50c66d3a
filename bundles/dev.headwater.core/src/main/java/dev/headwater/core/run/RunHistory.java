package dev.headwater.core.run;

import dev.headwater.core.json.Json;
import dev.headwater.core.telemetry.FrameReader;
import dev.headwater.core.telemetry.FrameWriter;
import dev.headwater.core.telemetry.TelemetryException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The past of a run as a resumed one takes it over. */
public final class RunHistory {
    /** Types of events that tell the end of a run: a run that goes on has not ended. */
    public static final Set<String> ENDINGS = Set.of("finished", "stopped", "failed");

    private RunHistory() {
    }

    /**
     * What was taken over.
     *
     * @param frames how many frames
     * @param events how many events
     * @param lost how many frames and events were damaged and are missing
     * @param unreadable why a whole telemetry file could not be taken over
     */
    public record Copied(long frames, long events, long lost, List<String> unreadable) {
    }

    /**
     * Lets a new run begin with the frames of an old one before step {@code uptoStep}, with its events up to there
     * (those whose "step", the number of steps done, is not larger, apart from {@link #ENDINGS}), and with its best
     * checkpoint if that is not younger. Telemetry that cannot be read at all is left behind and said.
     *
     * @throws IOException if the old run cannot be read or the new one not written
     */
    public static Copied copy(RunFolder from, RunFolder to, long uptoStep) throws IOException {
        Copied copied = new Copied(0, 0, 0, List.of());
        if (Files.isDirectory(from.telemetry())) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(from.telemetry(), Files::isRegularFile)) {
                for (Path file : files) {
                    if (file.getFileName().toString().matches("[a-z-]+\\.\\d+")) {
                        copied = plus(copied, frames(file, to.telemetry().resolve(file.getFileName()), uptoStep));
                    }
                }
            }
        }
        if (Files.exists(from.events())) {
            copied = plus(copied, events(from.events(), to.events(), uptoStep));
        }
        Path best = new Checkpoints(from).best();
        if (best != null && Checkpoint.peek(best).step() <= uptoStep) {
            AtomicFiles.write(to.path().resolve(best.getFileName()), target -> copy(best, target));
        }
        return copied;
    }

    private static Copied frames(Path from, Path to, long uptoStep) throws IOException {
        FrameReader reader;
        try {
            reader = FrameReader.open(from);
        } catch (TelemetryException e) {
            return new Copied(0, 0, 0, List.of(e.getMessage()));
        }
        try (reader; FrameWriter writer = FrameWriter.create(to, reader.header())) {
            double[] values = new double[reader.header().values()];
            long frames = 0;
            long lost = reader.lost();
            for (int i = 0; i < reader.size() && reader.lastStep(i) < uptoStep; i++) {
                if (reader.read(i, values)) {
                    writer.append(reader.firstStep(i), reader.lastStep(i), reader.flags(i), values);
                    frames++;
                } else {
                    lost++;
                }
            }
            writer.flush(false);
            return new Copied(frames, 0, lost, List.of());
        }
    }

    private static Copied events(Path from, Path to, long uptoStep) throws IOException {
        EventReader.Events events = EventReader.read(from);
        long copied = 0;
        try (EventLog log = EventLog.open(to)) {
            for (Json.Obj event : events.events()) {
                if (event.whole("step", 0) <= uptoStep && !ENDINGS.contains(event.text("type", ""))) {
                    log.append(event);
                    copied++;
                }
            }
        }
        return new Copied(0, copied, events.damaged(), List.of());
    }

    private static void copy(Path from, FileChannel to) throws IOException {
        try (FileChannel source = FileChannel.open(from, StandardOpenOption.READ)) {
            long size = source.size();
            for (long at = 0; at < size;) {
                long n = source.transferTo(at, size - at, to);
                if (n <= 0) {
                    throw new RunException(from + " became shorter while it was copied");
                }
                at += n;
            }
        }
    }

    private static Copied plus(Copied a, Copied b) {
        List<String> unreadable = new ArrayList<>(a.unreadable);
        unreadable.addAll(b.unreadable);
        return new Copied(a.frames + b.frames, a.events + b.events, a.lost + b.lost, unreadable);
    }
}
