package dev.headwater.benchmarks.libtorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.core.Linear;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.headwater.benchmarks.workload.Contender;
import dev.headwater.benchmarks.workload.Lstm;
import dev.headwater.benchmarks.workload.Task;

/** {@code torch.lstm}, the whole sequence in one operation. */
final class TorchLstm {
    private TorchLstm() {
    }

    static Contender of(Lstm lstm, Task task) {
        TorchStep.Maker maker = new TorchStep.Maker(task);
        int units = lstm.units();
        int gates = 4 * units;
        PtNDArray input = maker.parameter("lstm/weight_ih", gates, Lstm.FEATURES);
        PtNDArray recurrent = maker.parameter("lstm/weight_hh", gates, units);
        PtNDArray bias = maker.parameter("lstm/bias", gates);
        // PyTorch adds two biases; the second stays 0, for the product has their sum.
        PtNDArray noBias = maker.fixed(new float[gates], gates);
        PtNDArray w = maker.parameter("sum/weight", 1, units);
        PtNDArray b = maker.parameter("sum/bias", 1);
        PtNDArray x = maker.data(timeFirst(task.inputs(), task.batch(), lstm.time()), lstm.time(), task.batch(),
                Lstm.FEATURES);
        PtNDArray t = maker.fixed(task.targets(), task.batch(), 1);
        PtNDArray h0 = maker.fixed(new float[task.batch() * units], 1, task.batch(), units);
        PtNDArray c0 = maker.fixed(new float[task.batch() * units], 1, task.batch(), units);
        return maker.step(() -> {
            NDList out = JniUtils.lstm(x, new NDList(h0, c0), new NDList(input, recurrent, bias, noBias), true, 1, 0,
                    true, false, false);
            NDArray last = out.get(1).reshape(task.batch(), units);
            return Linear.linear(last, w, b).singletonOrThrow().sub(t).square().mean();
        });
    }

    /** [batch, time, features] to [time, batch, features], which libtorch prefers. */
    private static float[] timeFirst(float[] x, int batch, int time) {
        float[] turned = new float[x.length];
        for (int example = 0; example < batch; example++) {
            for (int t = 0; t < time; t++) {
                System.arraycopy(x, (example * time + t) * Lstm.FEATURES, turned, (t * batch + example) * Lstm.FEATURES,
                        Lstm.FEATURES);
            }
        }
        return turned;
    }
}
