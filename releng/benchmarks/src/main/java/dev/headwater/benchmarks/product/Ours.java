package dev.headwater.benchmarks.product;

import dev.headwater.benchmarks.workload.Contender;
import dev.headwater.benchmarks.workload.Reservoir;
import dev.headwater.benchmarks.workload.Task;
import dev.headwater.benchmarks.workload.Workload;
import dev.headwater.core.engine.Model;
import dev.headwater.core.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/** The product's training of a task. */
public sealed interface Ours extends Contender permits Headwater, HeadwaterRidge {
    /** The seed of the weights that all begin with. */
    long SEED = 1;

    /** Multiplications and additions of a step. */
    double work();

    /** Bytes of native memory. */
    long nativeBytes();

    /** Bytes that no way of doing it can do without. */
    long needed();

    /** Begins anew. */
    void restart();

    /**
     * A training that has taken a step, and its memory.
     *
     * @param bytes of native memory and of the heap that it holds
     */
    record Measured(Ours training, long bytes) {
    }

    /** The training of a task on one thread, with as many parts as the recipe says. */
    static Ours of(Task task, Statistics statistics) {
        return task.workload() instanceof Reservoir reservoir ? new HeadwaterRidge(reservoir, task)
                : new Headwater(task, statistics);
    }

    /** Whether the training of a task has steps that record anything. */
    static boolean records(Task task) {
        return !(task.workload() instanceof Reservoir);
    }

    /** The training without statistics, begun anew after a step that shows what it takes of the memory. */
    static Measured measured(Task task) {
        try (Ours first = of(task, Statistics.OFF)) {
            first.step(); // what is loaded or grows but once is nobody's
        }
        long before = Footprint.heap();
        Ours made = of(task, Statistics.OFF);
        made.step();
        long heap = Footprint.heap() - before;
        made.restart();
        return new Measured(made, made.nativeBytes() + Math.max(0, heap));
    }

    /** A batch of a workload's data, with the weights that the product draws. */
    static Task task(Workload workload, int batch) {
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
}
