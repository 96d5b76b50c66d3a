package dev.headwater.launching.runs;

import dev.headwater.core.run.RunException;
import dev.headwater.core.run.RunFolder;
import dev.headwater.core.run.RunRecord;
import dev.headwater.core.run.RunState;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The run folders of some projects: those in {@code runs/} and those that lie in the project itself, known by their
 * {@code run.json}. A record is read anew only when its file has changed, so looking again costs about one query of the
 * file system for each folder. Not for several threads at once.
 */
public final class RunCatalog {
    /** Newest first; of those that began at the same time, by name. */
    private static final Comparator<FoundRun> NEWEST_FIRST = Comparator.comparing(FoundRun::started).reversed()
            .thenComparing(FoundRun::name);

    private Map<Path, Known> known = new HashMap<>();

    /** What was read of a folder; the record is kept only while a look at the lock decides how the run stands. */
    private record Known(FileTime modified, long size, FoundRun run, RunFolder folder, RunRecord running) {
        boolean current(BasicFileAttributes file) {
            return modified.equals(file.lastModifiedTime()) && size == file.size();
        }
    }

    /** All run folders of these projects as they are now, newest first. One that cannot be read hides no other. */
    public List<FoundRun> scan(Collection<Path> projects) {
        Map<Path, Known> seen = new HashMap<>();
        for (Path project : projects) {
            look(project, seen);
            look(project.resolve("runs"), seen);
        }
        known = seen;
        return seen.values().stream().map(Known::run).sorted(NEWEST_FIRST).toList();
    }

    private void look(Path parent, Map<Path, Known> seen) {
        for (Path folder : folders(parent)) {
            Path record = folder.resolve("run.json");
            try {
                BasicFileAttributes file = Files.readAttributes(record, BasicFileAttributes.class);
                Known before = known.get(folder);
                seen.put(folder, before != null && before.current(file) ? again(before) : read(folder, file));
            } catch (IOException e) {
                // No record: a folder of something else, or of a run that has not begun.
            }
        }
    }

    private static List<Path> folders(Path parent) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(parent)) {
            children.forEach(found::add);
        } catch (IOException | DirectoryIteratorException e) {
            // There is no such folder, or it went away meanwhile: nothing can be found in it.
        }
        return found;
    }

    private static Known read(Path folder, BasicFileAttributes file) {
        try {
            RunFolder opened = RunFolder.open(folder);
            RunRecord record = opened.read();
            boolean running = record.state() == RunState.RUNNING;
            FoundRun run = new FoundRun(folder, RunStatus.of(opened, record), record.started(), record.failure());
            return new Known(file.lastModifiedTime(), file.size(), run, opened, running ? record : null);
        } catch (RunException e) {
            Instant written = file.lastModifiedTime().toInstant();
            FoundRun run = new FoundRun(folder, RunStatus.UNREADABLE, written, e.getMessage());
            return new Known(file.lastModifiedTime(), file.size(), run, null, null);
        }
    }

    /** What is known of an unchanged record; only whether its process still lives can have changed. */
    private static Known again(Known before) {
        if (before.running() == null) {
            return before;
        }
        RunStatus status = RunStatus.of(before.folder(), before.running());
        FoundRun run = before.run();
        return status == run.status() ? before
                : new Known(before.modified(), before.size(),
                        new FoundRun(run.folder(), status, run.started(), run.reason()), before.folder(),
                        before.running());
    }
}
