package dev.headwater.benchmarks.libtorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.headwater.benchmarks.workload.Contender;
import dev.headwater.benchmarks.workload.ResNet;
import dev.headwater.benchmarks.workload.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** ResNet-20 in libtorch, images as [batch, channels, height, width]. */
final class TorchResNet {
    private final TorchStep.Maker maker;

    private TorchResNet(Task task) {
        maker = new TorchStep.Maker(task);
    }

    /** A convolution and its batch normalization. */
    private record Convolution(PtNDArray w, PtNDArray scale, PtNDArray shift, PtNDArray mean, PtNDArray variance,
            Shape stride, Shape padding) {
        private static final Shape ONE = new Shape(1, 1);

        PtNDArray of(PtNDArray x) {
            PtNDArray z = JniUtils.convolution(x, w, null, stride, padding, ONE, 1);
            return JniUtils.batchNorm(z, mean, variance, scale, shift, true, 0.1, ResNet.EPSILON);
        }
    }

    /** Two convolutions and the way around them; {@code around} is {@code null} where it changes nothing. */
    private record Block(Convolution a, Convolution b, Convolution around) {
        PtNDArray of(PtNDArray x) {
            PtNDArray y = b.of(JniUtils.relu(a.of(x)));
            return JniUtils.relu(y.add(around == null ? x : around.of(x)));
        }
    }

    private Convolution convolution(String id, int in, int out, int kernel, int stride) {
        float[] ones = new float[out];
        Arrays.fill(ones, 1);
        return new Convolution(maker.parameter(id + "/weight", out, in, kernel, kernel), maker.parameter(id
                + "-norm/weight", out), maker.parameter(id + "-norm/bias", out), maker.fixed(new float[out], out),
                maker.fixed(ones, out), new Shape(stride, stride), new Shape(kernel / 2, kernel / 2));
    }

    private Block block(ResNet.Block block) {
        return new Block(convolution(block.id() + "-a", block.inputs(), block.channels(), 3, block.stride()),
                convolution(block.id() + "-b", block.channels(), block.channels(), 3, 1), block.projects()
                        ? convolution(block.id() + "-p", block.inputs(), block.channels(), 1, block.stride())
                        : null);
    }

    static Contender of(ResNet net, Task task) {
        TorchResNet made = new TorchResNet(task);
        TorchStep.Maker maker = made.maker;
        List<ResNet.Block> all = net.blocks();
        Convolution stem = made.convolution("stem", ResNet.COLORS, all.getFirst().inputs(), 3, 1);
        List<Block> blocks = new ArrayList<>();
        all.forEach(block -> blocks.add(made.block(block)));
        PtNDArray w = maker.parameter("dense/weight", ResNet.CLASSES, ResNet.LAST);
        PtNDArray b = maker.parameter("dense/bias", ResNet.CLASSES);
        PtNDArray x = maker.data(task.channelsFirst(ResNet.SIZE * ResNet.SIZE, ResNet.COLORS), task.batch(),
                ResNet.COLORS, ResNet.SIZE, ResNet.SIZE);
        CrossEntropy loss = new CrossEntropy(maker, task, ResNet.CLASSES);
        return maker.step(() -> {
            PtNDArray h = JniUtils.relu(stem.of(x));
            for (Block block : blocks) {
                h = block.of(h);
            }
            NDArray mean = JniUtils.adaptiveAvgPool(h, Convolution.ONE).reshape(task.batch(), ResNet.LAST);
            return loss.of(Linear.linear(mean, w, b).singletonOrThrow());
        });
    }
}
