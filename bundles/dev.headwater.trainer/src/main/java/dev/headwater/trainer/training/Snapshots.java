package dev.headwater.trainer.training;

import dev.headwater.core.engine.Model;
import dev.headwater.core.run.Checkpoint;
import dev.headwater.core.run.Checkpoints;
import dev.headwater.core.run.NamedTensor;
import dev.headwater.core.run.Progress;
import dev.headwater.core.run.RunException;
import dev.headwater.core.run.RunFolder;
import dev.headwater.core.tensor.Tensor;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Takes the checkpoints of a training: when told to, once a minute, and of each best state; where best states follow
 * each other quickly, the last of them waits in memory.
 */
final class Snapshots {
    private static final long EVERY_NANOS = 60_000_000_000L;
    private static final long BEST_EVERY_NANOS = 5_000_000_000L;

    private final Checkpoints checkpoints;
    private final Watcher watcher;
    private final List<NamedTensor> live = new ArrayList<>();
    private List<NamedTensor> copies;
    private Progress waiting;
    private boolean warned;
    private long lastSaved = System.nanoTime();
    private long lastBest = lastSaved - BEST_EVERY_NANOS;

    Snapshots(RunFolder folder, Model model, Watcher watcher) {
        checkpoints = new Checkpoints(folder);
        this.watcher = watcher;
        model.tensors().forEach((name, tensor) -> live.add(new NamedTensor(name, tensor.shape(), tensor.data())));
    }

    /**
     * Puts what a checkpoint holds into a model.
     *
     * @throws RunException if it holds something else
     */
    static void restore(Checkpoint checkpoint, Model model) throws RunException {
        for (Map.Entry<String, Tensor> entry : model.tensors().entrySet()) {
            checkpoint.read(entry.getKey(), entry.getValue().shape(), entry.getValue().data());
        }
        model.resumeAt(checkpoint.progress().step());
    }

    /** Whether a minute has passed since the last checkpoint. */
    boolean due(long now) {
        return now - lastSaved >= EVERY_NANOS;
    }

    /** Takes a checkpoint if that is possible; training goes on in any case. */
    void attempt(Progress progress) {
        try {
            saveWaiting(false);
            checkpoints.save(progress, live);
        } catch (RunException e) {
            warn(e);
        }
        lastSaved = System.nanoTime();
    }

    /** Remembers the present state as the best so far. */
    void best(Progress progress) {
        if (copies == null) {
            copies = live.stream().map(tensor -> new NamedTensor(tensor.name(), tensor.shape(),
                    FloatBuffer.allocate(tensor.shape().size()))).toList();
        }
        for (int i = 0; i < copies.size(); i++) {
            copies.get(i).values().put(0, live.get(i).values(), 0, copies.get(i).shape().size());
        }
        waiting = progress;
    }

    /** Writes the best state if it has waited long enough. */
    void tidy() {
        try {
            saveWaiting(false);
        } catch (RunException e) {
            warn(e);
        }
    }

    /**
     * Takes the last checkpoint, after the best state that still waits.
     *
     * @throws RunException if it cannot be written
     */
    void last(Progress progress) throws RunException {
        saveWaiting(true);
        checkpoints.save(progress, live);
    }

    /**
     * Puts the parameters of the best state so far into the model, after the last checkpoint was taken.
     *
     * @throws IOException if it can no longer be read
     */
    void restoreBest() throws IOException {
        if (copies != null) {
            for (int i = 0; i < copies.size(); i++) {
                live.get(i).values().put(0, copies.get(i).values(), 0, copies.get(i).shape().size());
            }
        } else if (checkpoints.best() != null) {
            try (Checkpoint best = Checkpoint.open(checkpoints.best())) {
                for (NamedTensor tensor : live) {
                    best.read(tensor.name(), tensor.shape(), tensor.values());
                }
            }
        }
    }

    private void saveWaiting(boolean now) throws RunException {
        if (waiting != null && (now || System.nanoTime() - lastBest >= BEST_EVERY_NANOS)) {
            Progress progress = waiting;
            waiting = null;
            lastBest = System.nanoTime();
            checkpoints.save(progress, copies);
        }
    }

    /** Once is enough: a full disk stays full. */
    private void warn(RunException e) {
        if (!warned) {
            warned = true;
            watcher.warn(e.getMessage() + "; the training goes on without this checkpoint");
        }
    }
}
