package dev.headwater.benchmarks.libtorch;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import dev.headwater.benchmarks.workload.Task;

/** The mean of −log p of the right class, from logits. */
final class CrossEntropy {
    private final PtNDArray share;

    CrossEntropy(TorchStep.Maker maker, Task task, int classes) {
        float[] rows = task.oneHot(classes);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = -rows[i] / task.batch();
        }
        share = maker.fixed(rows, task.batch(), classes);
    }

    NDArray of(NDArray logits) {
        return logits.logSoftmax(-1).mul(share).sum();
    }
}
