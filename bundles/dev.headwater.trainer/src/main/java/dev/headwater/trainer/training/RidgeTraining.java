package dev.headwater.trainer.training;

import dev.headwater.core.data.Batch;
import dev.headwater.core.data.OrderedBatches;
import dev.headwater.core.engine.Diverged;
import dev.headwater.core.engine.Model;
import dev.headwater.core.engine.Ridge;
import dev.headwater.core.network.Fit.RidgeFit;
import dev.headwater.core.network.ReadOut;
import dev.headwater.core.run.EventLog;
import dev.headwater.core.run.Progress;
import dev.headwater.core.run.RunState;
import java.io.IOException;
import java.util.Map;

/** The fit of a read-out in closed form: the training part goes forward once, which counts as one step, one epoch. */
final class RidgeTraining {
    private final Job job;
    private final RidgeFit fit;
    private final Model model;
    private final Snapshots snapshots;
    private final EventLog events;
    private final Watcher watcher;
    private final Stop stop;

    RidgeTraining(Job job, RidgeFit fit, Model model, Snapshots snapshots, EventLog events, Watcher watcher,
            Stop stop) {
        this.job = job;
        this.fit = fit;
        this.model = model;
        this.snapshots = snapshots;
        this.events = events;
        this.watcher = watcher;
        this.stop = stop;
    }

    /**
     * Fits the read-out. A run that is gone on with is fitted anew, which gives the same weights.
     *
     * @throws IOException if the last checkpoint cannot be written
     */
    Outcome run() throws IOException {
        model.resumeAt(0);
        watcher.begin(0, 1, 1);
        long began = System.nanoTime();
        try {
            if (!solve()) {
                snapshots.last(progress(0));
                return new Outcome(RunState.STOPPED, 0, 0, since(began), null, null, null, null, usage());
            }
            double seconds = since(began);
            Score train = Score.of(model, job.data().data(), job.data().parts().train());
            Score validation = Score.of(model, job.data().data(), job.data().parts().validation());
            EpochScore score = new EpochScore(1, model.step(), train.loss(), validation, seconds);
            watcher.step(model.step(), train.loss());
            events.append(score.toEvent());
            watcher.epoch(score);
            snapshots.last(progress(1));
            return new Outcome(RunState.FINISHED, model.step(), 1, seconds, train, validation, null, null,
                    usage());
        } catch (Diverged e) {
            snapshots.last(progress(0));
            return new Outcome(RunState.FAILED, 0, 0, since(began), null, null, e, null, usage());
        } finally {
            watcher.end();
        }
    }

    private Usage usage() {
        return new Usage(model.bytes(), 0);
    }

    /** Collects the training part and finds the weights; false if it was stopped before. */
    private boolean solve() {
        Ridge ridge = new Ridge(model, ReadOut.of(job.graph(), fit), fit.alpha());
        OrderedBatches batches = new OrderedBatches(job.data().data(), job.data().parts().train(), job.batch());
        for (int i = 0; i < batches.count(); i++) {
            if (stop.requested()) {
                return false;
            }
            Batch batch = batches.get(i);
            ridge.add(batch.inputs(), batch.targets(), batch.lengths(), batch.rows());
        }
        ridge.solve();
        return true;
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private Progress progress(long epoch) {
        return new Progress(model.step(), epoch, 0, false, Double.NaN, job.recipe().seed(), job.hashes().design(),
                job.hashes().data(), Map.of());
    }
}
