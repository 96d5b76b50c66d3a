package dev.headwater.core.run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The checkpoints in a run's folder. The newest two and the best are kept; the best is the newest that was marked so
 * when it was taken, so no second file has to agree with them.
 */
public final class Checkpoints {
    private static final Pattern NAME = Pattern.compile("checkpoint-(\\d{1,18})\\.safetensors");
    private static final int KEPT = 2;

    private final Path folder;

    /** The checkpoints of this run. */
    public Checkpoints(RunFolder run) {
        folder = run.path();
    }

    /**
     * The newest checkpoint that is whole.
     *
     * @param checkpoint the checkpoint, open
     * @param damaged why each newer one was passed over
     */
    public record Newest(Checkpoint checkpoint, List<String> damaged) {
    }

    /**
     * Takes a checkpoint, then removes those that are no longer kept. A checkpoint of the same step that was the best
     * stays the best.
     *
     * @throws RunException if it cannot be written; all earlier ones are then still there
     */
    public Path save(Progress progress, List<NamedTensor> tensors) throws RunException {
        boolean best = progress.best() || isBest(Checkpoint.file(folder, progress.step()));
        Path saved = Checkpoint.write(folder, best ? progress.withBest() : progress, tensors);
        prune();
        return saved;
    }

    /**
     * The files by step, oldest first, whether whole or not.
     *
     * @throws RunException if the folder cannot be read
     */
    public List<Path> list() throws RunException {
        TreeMap<Long, Path> found = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "checkpoint-*.safetensors")) {
            for (Path file : files) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    found.put(Long.parseLong(name.group(1)), file);
                }
            }
        } catch (IOException e) {
            throw new RunException("the checkpoints in " + folder + " cannot be listed: " + AtomicFiles.reason(e), e);
        }
        return List.copyOf(found.values());
    }

    /**
     * Opens the newest whole checkpoint.
     *
     * @throws RunException if there is none
     */
    public Newest newest() throws RunException {
        List<String> damaged = new ArrayList<>();
        for (Path file : newestFirst()) {
            try {
                return new Newest(Checkpoint.open(file), List.copyOf(damaged));
            } catch (RunException e) {
                damaged.add(e.getMessage());
            }
        }
        throw new RunException(damaged.isEmpty() ? folder + " has no checkpoint; train it anew"
                : folder + " has no checkpoint that is whole: " + String.join("; ", damaged));
    }

    /**
     * The file of the best checkpoint, or {@code null} if none was marked.
     *
     * @throws RunException if the folder cannot be read
     */
    public Path best() throws RunException {
        for (Path file : newestFirst()) {
            if (isBest(file)) {
                return file;
            }
        }
        return null;
    }

    private void prune() throws RunException {
        boolean bestSeen = false;
        int kept = 0;
        for (Path file : newestFirst()) {
            Progress progress = peek(file);
            if (progress == null) {
                continue; // It does not count as one of the newest two, and somebody may want to rescue it.
            }
            boolean best = progress.best() && !bestSeen;
            bestSeen |= best;
            kept++;
            if (kept > KEPT && !best) {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    // Somebody reads it, on Windows: the next save tries again.
                }
            }
        }
    }

    private List<Path> newestFirst() throws RunException {
        List<Path> files = new ArrayList<>(list());
        Collections.reverse(files);
        return files;
    }

    private static boolean isBest(Path file) {
        Progress progress = peek(file);
        return progress != null && progress.best();
    }

    /** What a checkpoint tells about itself, or {@code null} if there is none or it is damaged. */
    private static Progress peek(Path file) {
        try {
            return Files.exists(file) ? Checkpoint.peek(file) : null;
        } catch (RunException e) {
            return null;
        }
    }
}
