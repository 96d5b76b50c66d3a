package dev.headwater.launching.runs;

import dev.headwater.core.run.RunFolder;
import dev.headwater.core.run.RunRecord;
import dev.headwater.core.telemetry.FrameReader;
import dev.headwater.core.telemetry.TelemetryException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Objects;

/**
 * Reads one run, finished or going on, again and again: each {@link #poll} takes in what was written since and gives a
 * snapshot if there is news. Not for several threads at once.
 */
public final class RunReader implements Closeable {
    /** How long a poll takes frames in before it shows what it has. */
    private static final long POLL_NANOS = 50_000_000;
    private static final long STATUS_NANOS = 500_000_000;
    /** Numbers that change faster cannot be read. */
    private static final long STEP_NANOS = 200_000_000;
    /** More waiting frames than this are taken in as fast as possible. */
    private static final int SMOOTH_FRAMES = 4096;
    /** How often an incomplete header is forgiven to a process that is just writing it. */
    private static final int ATTEMPTS = 20;

    private final Path path;
    private final Calm damaged = new Calm();
    private RunFolder folder;
    private RunRecord record;
    private FileTime recordTime;
    private Path networkFile;
    private RunStatus status = RunStatus.UNREADABLE;
    private EventTail events;
    private RecordedFrames frames;
    private int attempts;
    private long statusTime;
    private long stepTime;
    private StepReport step;
    private RunRequest answered;
    private RunSnapshot last;

    /** A reader of a run's folder; nothing is read yet. */
    public RunReader(Path path) {
        this.path = path;
    }

    /** What is to be seen now, or {@code null} if that is what the last snapshot shows. Never fails: it says why. */
    public RunSnapshot poll(RunRequest request) {
        RunSnapshot now;
        try {
            now = look(request);
        } catch (IOException | RuntimeException e) {
            String reason = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
            now = new RunSnapshot(path, request.number(), RunStatus.UNREADABLE, reason, networkFile, null,
                    RunProgress.NONE, null, 0, true);
        }
        if (now == null || now.equals(last)) {
            return null;
        }
        last = now;
        return now;
    }

    /** Whether more can come without a new request. */
    public boolean alive() {
        return last == null || last.status() == RunStatus.RUNNING || !last.complete();
    }

    private RunSnapshot look(RunRequest request) throws IOException {
        long now = System.nanoTime();
        // First how the run stands, then its frames: those of a run that has ended are all there.
        boolean news = !request.equals(answered) | lookAtRecord(now);
        RunProgress progress = events.next();
        if (frames == null && !open()) {
            answered = request;
            return snapshot(request, progress, null, status != RunStatus.RUNNING);
        }
        frames.refresh();
        frames.show(request.quantity());
        boolean running = status == RunStatus.RUNNING;
        boolean smoothly = running && frames.newest() >= 0 && frames.backlog() <= SMOOTH_FRAMES;
        news |= frames.consume(smoothly, now + POLL_NANOS);
        news |= damaged.look(frames.lost(), running, now);
        boolean complete = frames.backlog() == 0;
        news |= lookAtStep(request, now, complete);
        answered = request;
        if (!news && last != null && last.complete() == complete) {
            return null;
        }
        return snapshot(request, progress.at(frames.newest(), frames.loss()), frames.map(), complete);
    }

    private boolean lookAtRecord(long now) throws IOException {
        if (record != null && now - statusTime < STATUS_NANOS) {
            return false;
        }
        statusTime = now;
        RunStatus before = status;
        if (folder == null) {
            folder = RunFolder.open(path);
        }
        FileTime written = Files.exists(folder.record()) ? Files.getLastModifiedTime(folder.record()) : null;
        if (record == null || !Objects.equals(written, recordTime)) {
            record = folder.read();
            recordTime = written;
            networkFile = NetworkFiles.find(path, record.networkFile());
        }
        if (events == null) {
            events = new EventTail(folder, record.settings().epochs());
        }
        status = RunStatus.of(folder, record);
        return status != before;
    }

    private boolean open() throws IOException {
        if (!Files.exists(folder.moments())) {
            return false;
        }
        FrameReader reader;
        try {
            reader = FrameReader.open(folder.moments());
        } catch (TelemetryException e) {
            if (status == RunStatus.RUNNING && attempts++ < ATTEMPTS) {
                return false;
            }
            throw e;
        }
        try {
            frames = new RecordedFrames(reader, record.layers());
            return true;
        } catch (IllegalArgumentException e) {
            reader.close();
            throw new TelemetryException(folder.moments() + " is not the recording of this run: " + e.getMessage(), e);
        }
    }

    /** Reads the wanted step where that is not what was read last, and says whether it did. */
    private boolean lookAtStep(RunRequest request, long now, boolean complete) throws IOException {
        boolean other = answered == null || request.step() != answered.step() || step == null;
        boolean due = request.step() == RunRequest.NEWEST && (now - stepTime >= STEP_NANOS || complete
                && status != RunStatus.RUNNING);
        boolean moved = step == null || step.last() != frames.newest();
        if (frames.newest() < 0 || !other && !(due && moved)) {
            return false;
        }
        step = frames.at(request.step());
        stepTime = now;
        return true;
    }

    private RunSnapshot snapshot(RunRequest request, RunProgress progress, HeatMap map, boolean complete) {
        return new RunSnapshot(path, request.number(), status, record.failure(), networkFile, map, progress, step,
                damaged.count(), complete);
    }

    @Override
    public void close() throws IOException {
        if (events != null) {
            events.close();
        }
        if (frames != null) {
            frames.close();
        }
    }
}
