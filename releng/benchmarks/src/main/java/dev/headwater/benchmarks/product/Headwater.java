package dev.headwater.benchmarks.product;

import dev.headwater.benchmarks.workload.Contender;
import dev.headwater.benchmarks.workload.Task;
import dev.headwater.benchmarks.workload.Workload;
import dev.headwater.core.engine.Model;
import dev.headwater.core.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/** The product's training step. */
public final class Headwater implements Contender {
    private static final long SEED = 1;

    private final Model model;
    private final Task task;
    private final Sketch sketch;
    private final Schedule schedule;
    private double loss;

    /**
     * A training that has taken a step, and its memory.
     *
     * @param bytes of native memory and of the heap that it holds
     * @param needed what it cannot do without
     */
    public record Measured(Headwater headwater, long bytes, long needed) {
    }

    /** The step with as many parts as the recipe says, on one thread. */
    public Headwater(Task task, Statistics statistics) {
        this(task, statistics, Sketch.of(task.workload(), statistics, task.batch()).recipe().partsFor(task.batch()), 1);
    }

    /** The step cut into so many parts, of which so many run at once. */
    public Headwater(Task task, Statistics statistics, int parts, int threads) {
        this.task = task;
        sketch = Sketch.of(task.workload(), statistics, task.batch());
        schedule = Schedule.of(sketch.recipe().probe());
        model = new Model(sketch.graph(), sketch.recipe(), task.batch(), parts, threads);
        model.initialize(SEED);
    }

    /** The step without statistics, laid out, run once and begun anew, and what it takes of the memory. */
    public static Measured measured(Task task) {
        long before = Footprint.heap();
        Headwater made = new Headwater(task, Statistics.OFF);
        made.step();
        long heap = Footprint.heap() - before;
        made.model.initialize(SEED);
        return new Measured(made, made.model.bytes() + Math.max(0, heap), Need.bytes(made.sketch, task.batch()));
    }

    /** A batch of a workload's data, with the weights that the product begins with. */
    public static Task task(Workload workload, int batch) {
        Sketch sketch = Sketch.of(workload, Statistics.OFF, batch);
        Map<String, float[]> start = new LinkedHashMap<>();
        try (Model model = new Model(sketch.graph(), sketch.recipe(), 1, 1, 1)) {
            model.initialize(SEED);
            model.tensors().forEach((path, tensor) -> start.put(path, values(tensor)));
        }
        return new Task(workload, batch, workload.inputs(batch), workload.targets(batch), start);
    }

    private static float[] values(Tensor tensor) {
        float[] values = new float[tensor.data().capacity()];
        tensor.data().get(0, values);
        return values;
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

    /** Multiplications and additions of a step. */
    public double work() {
        return new Work(sketch.graph()).step(task.batch());
    }

    @Override
    public void close() {
        model.close();
    }
}
