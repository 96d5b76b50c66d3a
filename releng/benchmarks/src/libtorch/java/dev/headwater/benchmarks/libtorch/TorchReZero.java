package dev.headwater.benchmarks.libtorch;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.core.Linear;
import ai.djl.pytorch.engine.PtNDArray;
import dev.headwater.benchmarks.workload.Contender;
import dev.headwater.benchmarks.workload.ReZero;
import dev.headwater.benchmarks.workload.Task;

/** Layers x + α relu(W x + b) in libtorch. */
final class TorchReZero {
    private TorchReZero() {
    }

    static Contender of(ReZero net, Task task) {
        TorchStep.Maker maker = new TorchStep.Maker(task);
        int width = net.width();
        PtNDArray[] w = new PtNDArray[net.layers()];
        PtNDArray[] b = new PtNDArray[net.layers()];
        PtNDArray[] alpha = new PtNDArray[net.layers()];
        for (int i = 0; i < w.length; i++) {
            w[i] = maker.parameter(net.layer(i) + "a/weight", width, width);
            b[i] = maker.parameter(net.layer(i) + "a/bias", width);
            alpha[i] = maker.parameter(net.layer(i) + "alpha/factor", 1);
        }
        PtNDArray out = maker.parameter("dense/weight", ReZero.CLASSES, width);
        PtNDArray outBias = maker.parameter("dense/bias", ReZero.CLASSES);
        PtNDArray x = maker.data(task.inputs(), task.batch(), width);
        CrossEntropy loss = new CrossEntropy(maker, task, ReZero.CLASSES);
        return maker.step(() -> {
            NDArray h = x;
            for (int i = 0; i < w.length; i++) {
                NDArray branch = Linear.linear(h, w[i], b[i]).singletonOrThrow().getNDArrayInternal().relu();
                h = branch.mul(alpha[i]).add(h);
            }
            return loss.of(Linear.linear(h, out, outBias).singletonOrThrow());
        });
    }
}
