package dev.headwater.trainer.training;

import dev.headwater.core.data.Batch;
import dev.headwater.core.data.Batches;
import dev.headwater.core.engine.Diverged;
import dev.headwater.core.engine.Model;
import dev.headwater.core.run.Checkpoint;
import dev.headwater.core.run.EventLog;
import dev.headwater.core.run.Progress;
import dev.headwater.core.run.RunException;
import dev.headwater.core.run.RunState;
import dev.headwater.core.schedule.Course;
import dev.headwater.core.schedule.Horizon;
import dev.headwater.core.schedule.Monitor;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The training loop: steps, epochs, telemetry, checkpoints, until the last epoch, a wish to stop, or divergence. */
final class Training {
    private static final String LOSSES = "losses";
    private static final String NANOS = "nanos";
    private static final String RATE = "rate.";

    private final Job job;
    private final Model model;
    private final Telemetry telemetry;
    private final Snapshots snapshots;
    private final EventLog events;
    private final Watcher watcher;
    private final Stop stop;
    private final int perEpoch;
    private final int batchesPerEpoch;
    private final FitPlan plan;
    private final Course rates;
    private final EarlyStop early;

    private long epoch;
    private int position;
    private long rowsSeen;
    private long nanos;

    Training(Job job, Model model, Telemetry telemetry, Snapshots snapshots, EventLog events, Watcher watcher,
            Stop stop) {
        this.job = job;
        this.model = model;
        this.telemetry = telemetry;
        this.snapshots = snapshots;
        this.events = events;
        this.watcher = watcher;
        this.stop = stop;
        perEpoch = job.stepsPerEpoch();
        batchesPerEpoch = job.batchesPerEpoch();
        plan = FitPlan.of(job.recipe(), perEpoch);
        rates = job.recipe().schedule().begin(new Horizon(perEpoch, (long) perEpoch * job.recipe().epochs()));
        early = new EarlyStop(job.recipe().stopping());
    }

    /**
     * Goes on where a checkpoint was taken.
     *
     * @throws RunException if it does not fit the network
     */
    void resume(Checkpoint checkpoint) throws RunException {
        Progress progress = checkpoint.progress();
        Snapshots.restore(checkpoint, model);
        epoch = progress.epoch();
        position = (int) progress.position();
        try {
            if (progress.more().containsKey(LOSSES)) {
                model.epochLoss().restore(progress.more().get(LOSSES));
            }
            nanos = Long.parseLong(progress.more().getOrDefault(NANOS, "0"));
            early.restore(progress.bestMetric(), progress.more());
            rates.restore(rateState(progress.more()));
        } catch (IllegalArgumentException e) {
            throw new RunException(checkpoint.path() + " is not a checkpoint of a run: " + e.getMessage(), e);
        }
        rowsSeen = Math.min((long) position * job.batch(), job.data().parts().train().size());
        snapshots.attempt(progress(false));
    }

    private static Map<String, String> rateState(Map<String, String> more) {
        Map<String, String> state = new HashMap<>();
        more.forEach((name, value) -> {
            if (name.startsWith(RATE)) {
                state.put(name.substring(RATE.length()), value);
            }
        });
        return state;
    }

    /**
     * Trains.
     *
     * @throws IOException if the data can no longer be read or the last checkpoint not be written
     */
    Outcome run() throws IOException {
        int epochs = job.recipe().epochs();
        watcher.begin(model.step(), perEpoch, epochs);
        long before = nanos;
        try (Batches batches = new Batches(job.data().data(), job.data().parts().train(), job.batch(),
                job.design().data().shuffle(), job.recipe().seed(), epoch, position)) {
            while (epoch < epochs && !early.over()) {
                plan.enter(model, epoch);
                if (!trainEpoch(batches)) {
                    return end(RunState.STOPPED, null, usage(batches, before));
                }
                endEpoch();
            }
            return end(RunState.FINISHED, null, usage(batches, before));
        } catch (Diverged e) {
            telemetry.appendFailed(model.step(), e.phase() == Diverged.Phase.UPDATE);
            return end(RunState.FAILED, e, new Usage(model.bytes(), 0));
        } finally {
            watcher.end();
        }
    }

    /** Trains to the end of the epoch; false if it was stopped before. */
    private boolean trainEpoch(Batches batches) throws IOException {
        long began = System.nanoTime();
        try {
            while (position < batchesPerEpoch) {
                if (stop.requested()) {
                    return false;
                }
                step(batches);
                long now = System.nanoTime();
                if (snapshots.due(now)) {
                    nanos += now - began;
                    snapshots.attempt(progress(false));
                    began = System.nanoTime();
                }
            }
            return true;
        } finally {
            nanos += System.nanoTime() - began;
        }
    }

    private void step(Batches batches) throws IOException {
        long step = model.step();
        int total = (int) Math.min((long) job.batch() * job.recipe().accumulate(),
                job.data().parts().train().size() - rowsSeen);
        model.learningRate(job.recipe().optimizer().learningRate() * rates.factor(step));
        Batch batch = batches.next();
        int used = 1;
        for (int before = 0; before + batch.rows() < total; used++) {
            model.accumulate(batch.inputs(), batch.targets(), batch.lengths(), batch.rows(), total);
            before += batch.rows();
            batches.release(batch);
            batch = batches.next();
        }
        model.step(batch.inputs(), batch.targets(), batch.lengths(), batch.rows());
        telemetry.append(step);
        rowsSeen += total;
        batches.release(batch);
        position += used;
        watcher.step(step + 1, model.epochLoss().mean());
    }

    private void endEpoch() throws IOException {
        Score validation = Score.of(model, job.data().data(), job.data().parts().validation());
        boolean last = plan.last(epoch);
        epoch++;
        EpochScore score = new EpochScore(epoch, model.step(), model.epochLoss().mean(), validation, nanos / 1e9);
        position = 0;
        model.epochLoss().clear();
        rowsSeen = 0;
        events.append(score.toEvent());
        watcher.epoch(score);
        Monitor watched = job.recipe().schedule().watched();
        if (watched != null) {
            rates.epochEnded(metric(watched, score));
        }
        // Of a training in stages only the last stage's epochs are compared: those before have other losses.
        if (last && early.epochEnded(epoch, metric(early.monitor(), score))) {
            snapshots.best(progress(true));
        }
        snapshots.tidy();
    }

    private static double metric(Monitor monitor, EpochScore score) {
        Score validation = score.validation();
        return monitor.of(score.loss(), validation == null ? Double.NaN : validation.loss(),
                validation == null ? Double.NaN : validation.accuracy());
    }

    private Usage usage(Batches batches, long nanosBefore) {
        long time = nanos - nanosBefore;
        return new Usage(model.bytes(), time == 0 ? 0 : Math.min(1, (double) batches.waited() / time));
    }

    private Outcome end(RunState state, Diverged failure, Usage usage) throws IOException {
        snapshots.last(progress(false));
        Score train = null;
        Score validation = null;
        if (state == RunState.FINISHED) {
            if (early.restoresBest()) {
                snapshots.restoreBest();
            }
            train = Score.of(model, job.data().data(), job.data().parts().train());
            validation = Score.of(model, job.data().data(), job.data().parts().validation());
        }
        return new Outcome(state, model.step(), epoch, nanos / 1e9, train, validation, failure,
                state == RunState.FINISHED && epoch < job.recipe().epochs() ? early.reason() : null, usage);
    }

    private Progress progress(boolean isBest) {
        Map<String, String> more = new HashMap<>(Map.of(LOSSES, model.epochLoss().state(), NANOS, Long.toString(
                nanos)));
        rates.state().forEach((name, value) -> more.put(RATE + name, value));
        early.save(more);
        return new Progress(model.step(), epoch, position, isBest, early.best(), job.recipe().seed(), job.hashes()
                .design(),
                job.hashes().data(), more);
    }
}
