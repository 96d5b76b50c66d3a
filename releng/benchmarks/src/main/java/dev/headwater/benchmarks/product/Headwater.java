package dev.headwater.benchmarks.product;

import dev.headwater.benchmarks.workload.Task;
import dev.headwater.core.engine.Model;

/** The product's training step by the gradient. */
public final class Headwater implements Ours {
    private final Model model;
    private final Task task;
    private final Sketch sketch;
    private final Schedule schedule;
    private double loss;

    Headwater(Task task, Statistics statistics) {
        this(task, Sketch.of(task.workload(), statistics, task.batch()), 0, 1);
    }

    /** The step without statistics, cut into so many parts, of which so many run at once. */
    public Headwater(Task task, int parts, int threads) {
        this(task, Sketch.of(task.workload(), Statistics.OFF, task.batch()), parts, threads);
    }

    private Headwater(Task task, Sketch sketch, int parts, int threads) {
        this.task = task;
        this.sketch = sketch;
        schedule = Schedule.of(sketch.recipe().probe());
        model = new Model(sketch.graph(), sketch.recipe(), task.batch(), parts > 0 ? parts
                : sketch.recipe().partsFor(sketch.graph(), task.batch()), threads);
        restart();
    }

    @Override
    public void restart() {
        model.initialize(SEED);
    }

    @Override
    public void step() {
        loss = model.step(task.inputs(), task.targets(), task.batch());
    }

    @Override
    public double loss() {
        return loss;
    }

    @Override
    public void enter() {
        if (schedule.start() < 0) {
            return;
        }
        model.resumeAt(schedule.start());
        // The first step after a resumption checks the weights anew, which is none of the schedule's. The last of those
        // ahead is taken by whoever times.
        for (int i = 0; i < Schedule.AHEAD - 1; i++) {
            step();
        }
    }

    @Override
    public int leastSteps() {
        return schedule.leastSteps();
    }

    @Override
    public int kind() {
        return schedule.kind(model.step());
    }

    @Override
    public double mean(double[] timeOfKind) {
        return schedule.mean(timeOfKind);
    }

    @Override
    public double work() {
        return new Work(sketch.graph()).step(task.batch());
    }

    @Override
    public long nativeBytes() {
        return model.bytes();
    }

    @Override
    public long needed() {
        return Need.step(sketch, task.batch());
    }

    @Override
    public void close() {
        model.close();
    }
}
