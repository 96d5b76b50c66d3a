package dev.headwater.benchmarks.libtorch;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.core.Linear;
import ai.djl.pytorch.engine.PtNDArray;
import dev.headwater.benchmarks.workload.Contender;
import dev.headwater.benchmarks.workload.Mlp;
import dev.headwater.benchmarks.workload.Task;

/** Dense layers in libtorch. */
final class TorchMlp {
    private TorchMlp() {
    }

    static Contender of(Mlp mlp, Task task) {
        TorchStep.Maker maker = new TorchStep.Maker(task);
        int layers = mlp.hidden() + 1;
        PtNDArray[] w = new PtNDArray[layers];
        PtNDArray[] b = new PtNDArray[layers];
        for (int i = 0; i < layers; i++) {
            int in = i == 0 ? Mlp.INPUTS : mlp.width();
            int out = i == layers - 1 ? Mlp.CLASSES : mlp.width();
            w[i] = maker.parameter(Mlp.layer(i) + "/weight", out, in);
            b[i] = maker.parameter(Mlp.layer(i) + "/bias", out);
        }
        boolean tanh = mlp.activation().equals("tanh");
        PtNDArray x = maker.data(task.inputs(), task.batch(), Mlp.INPUTS);
        CrossEntropy loss = new CrossEntropy(maker, task, Mlp.CLASSES);
        return maker.step(() -> {
            NDArray h = x;
            for (int i = 0; i < layers; i++) {
                h = Linear.linear(h, w[i], b[i]).singletonOrThrow();
                if (i < layers - 1) {
                    h = tanh ? h.tanh() : h.getNDArrayInternal().relu();
                }
            }
            return loss.of(h);
        });
    }
}
