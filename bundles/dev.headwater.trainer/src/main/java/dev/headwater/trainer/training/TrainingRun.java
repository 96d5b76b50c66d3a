package dev.headwater.trainer.training;

import dev.headwater.core.data.Batch;
import dev.headwater.core.data.OrderedBatches;
import dev.headwater.core.engine.Backend;
import dev.headwater.core.engine.Blas;
import dev.headwater.core.engine.Conditioner;
import dev.headwater.core.engine.Model;
import dev.headwater.core.json.Json;
import dev.headwater.core.network.Conditioning;
import dev.headwater.core.network.Fit.GradientFit;
import dev.headwater.core.network.Fit.RidgeFit;
import dev.headwater.core.network.Fit.StagesFit;
import dev.headwater.core.run.Environment;
import dev.headwater.core.run.EventLog;
import dev.headwater.core.run.RunFolder;
import dev.headwater.core.run.RunHistory;
import dev.headwater.core.run.RunLock;
import dev.headwater.core.run.RunRecord;
import dev.headwater.core.run.RunState;
import java.io.IOException;
import java.time.Instant;

/** A training with all that it leaves in its run's folder: record, events, telemetry, checkpoints. */
public final class TrainingRun {
    private final Job job;
    private final RunFolder folder;
    private final Resumption earlier;
    private final String version;
    private final Watcher watcher;
    private final Stop stop;
    private final Blas blas;
    private StartWeights weights;

    /**
     * A training into a new folder.
     *
     * @param earlier the run to go on from, checked; {@code null} to begin
     * @param version of this product
     */
    public TrainingRun(Job job, RunFolder folder, Resumption earlier, String version, Watcher watcher, Stop stop) {
        this.job = job;
        this.folder = folder;
        this.earlier = earlier;
        this.version = version;
        this.watcher = watcher;
        this.stop = stop;
        blas = Backend.blas();
    }

    /** Lets the training begin with these weights in place of those drawn; for a training that resumes no other. */
    public TrainingRun startFrom(StartWeights given) {
        weights = given;
        return this;
    }

    /** What multiplies the matrices. */
    public Blas blas() {
        return blas;
    }

    /**
     * Trains to the end, to a wish to stop, or to divergence; the record tells which.
     *
     * @throws IOException if the folder cannot be written
     */
    public Outcome run() throws IOException {
        RunLock lock = RunLock.acquire(folder);
        try {
            return runLocked();
        } finally {
            lock.close();
        }
    }

    private Outcome runLocked() throws IOException {
        try (Model model = job.model()) {
            RunRecord record = record(model);
            folder.write(record);
            try {
                Outcome outcome = train(model);
                Json.Obj result = result(outcome);
                folder.write(outcome.failure() == null ? record.ended(outcome.state(), Instant.now(), result)
                        : record.failed(outcome.failure().getMessage(), Instant.now(), result));
                return outcome;
            } catch (IOException | RuntimeException | Error e) {
                fail(record, e);
                throw e;
            }
        }
    }

    private Outcome train(Model model) throws IOException {
        if (earlier == null) {
            model.initialize(job.recipe().seed());
            condition(model);
            if (weights != null) {
                weights.apply(model);
            }
        } else {
            if (job.recipe().fit() instanceof RidgeFit) {
                model.initialize(job.recipe().seed()); // it is fitted anew, from the same start
            } else {
                model.seed(job.recipe().seed());
            }
            takeOver();
        }
        try (EventLog events = EventLog.open(folder.events())) {
            Outcome outcome;
            Telemetry telemetry = new Telemetry(folder, model, earlier != null);
            try {
                events.append(earlier == null ? started()
                        : event("resumed", earlier.checkpoint().progress().step()).build());
                Snapshots snapshots = new Snapshots(folder, model, watcher);
                outcome = switch (job.recipe().fit()) {
                    case GradientFit all -> byGradient(model, telemetry, snapshots, events);
                    case StagesFit stages -> byGradient(model, telemetry, snapshots, events);
                    case RidgeFit fit -> new RidgeTraining(job, fit, model, snapshots, events, watcher, stop).run();
                };
            } finally {
                close(telemetry);
            }
            events.append(ending(outcome));
            return outcome;
        }
    }

    private Outcome byGradient(Model model, Telemetry telemetry, Snapshots snapshots, EventLog events)
            throws IOException {
        Training training = new Training(job, model, telemetry, snapshots, events, watcher, stop);
        if (earlier != null) {
            training.resume(earlier.checkpoint());
        }
        return training.run();
    }

    /** On the first batch of the training part in the data's order, so that the start depends on nothing drawn. */
    private void condition(Model model) {
        if (job.recipe().conditioning() instanceof Conditioning.None) {
            return;
        }
        Batch probe = new OrderedBatches(job.data().data(), job.data().parts().train(), job.batch()).get(0);
        Conditioner.apply(job.recipe().conditioning(), job.graph(), model, probe.inputs(), probe.lengths(), probe
                .rows(),
                job.recipe().seed()).forEach(watcher::warn);
    }

    private void takeOver() throws IOException {
        RunHistory.Copied copied = RunHistory.copy(earlier.folder(), folder, earlier.checkpoint().progress().step());
        earlier.damaged().forEach(watcher::warn);
        copied.unreadable().forEach(watcher::warn);
        if (copied.lost() > 0) {
            watcher.warn(copied.lost() + " damaged frames and events of " + earlier.folder() + " were left behind");
        }
        Environment then = earlier.run().environment();
        if (!then.kernel().equals(blas.kernel())) {
            watcher.warn(earlier.folder() + " was trained with the BLAS kernel " + then.kernel() + ", this machine has "
                    + blas.kernel() + ": the numbers will not be those of an uninterrupted run to the last bit");
        }
    }

    /** Missing frames are no reason to lose a training. */
    private void close(Telemetry telemetry) {
        try {
            telemetry.close();
        } catch (IOException e) {
            watcher.warn(e.getMessage());
        }
    }

    private RunRecord record(Model model) {
        Environment here = Environment.here(version, Backend.nd4jVersion(), Backend.openblasVersion(), blas.kernel(),
                blas.gflops(), MachineMemory.bytes());
        RunRecord.Settings settings = new RunRecord.Settings(job.recipe().seed(), job.parts(), job.threads(),
                job.batch(), job.recipe().epochs());
        return new RunRecord(folder.id(), RunState.RUNNING, Instant.now(), null,
                earlier == null ? null : earlier.folder().toString(), null, null, settings,
                job.design().file().toString(), job.design().tree(), job.data().data().classes(), job.classWeights(),
                job.data().standardization(), job.hashes(), here, job.layers(model));
    }

    private void fail(RunRecord record, Throwable cause) {
        try {
            String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
            folder.write(record.failed(why, Instant.now(), null));
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** What {@code train --json} prints and run.json keeps. */
    public Json.Obj result(Outcome outcome) {
        double rate = outcome.steps() / outcome.seconds();
        Json.Builder result = Json.object().put("run", folder.toString()).put("steps", outcome.steps()).put("epochs",
                outcome.epochs())
                .put("seconds", outcome.seconds())
                .put("stepsPerSecond", Double.isFinite(rate) ? Json.of(rate) : Json.NULL)
                .put("train", Score.toJson(outcome.train())).put("validation", Score.toJson(outcome.validation()))
                .put("usage", outcome.usage().toJson())
                .put("blas", Json.object().put("kernel", blas.kernel()).put("gflops", blas.gflops())
                        .put("warning", blas.warning() == null ? Json.NULL : Json.of(blas.warning())).build());
        if (outcome.early() != null) {
            result.put("ended", outcome.early());
        }
        return result.build();
    }

    private Json.Obj started() {
        Json.Builder event = event("started", 0);
        return weights == null ? event.build() : event.put("weights", weights.file().path().toString()).build();
    }

    private static Json.Builder event(String type, long step) {
        return Json.object().put("type", type).put("time", Instant.now().toString()).put("step", step);
    }

    private static Json.Obj ending(Outcome outcome) {
        Json.Builder event = event(outcome.state().word(), outcome.steps());
        if (outcome.failure() != null) {
            event.put("message", outcome.failure().getMessage());
        } else if (outcome.early() != null) {
            event.put("message", "ended " + outcome.early());
        }
        return event.put("train", Score.toJson(outcome.train())).put("validation", Score.toJson(outcome.validation()))
                .build();
    }
}
