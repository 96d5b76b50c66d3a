package dev.headwater.benchmarks.libtorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.headwater.benchmarks.workload.Contender;
import dev.headwater.benchmarks.workload.Task;
import dev.headwater.benchmarks.workload.Transformer;

/**
 * A transformer block of libtorch's operations. Queries, keys and values come from one product, as in PyTorch's own layer;
 * its fused attention is not among what DJL can call.
 */
final class TorchTransformer {
    private final Transformer shape;
    private final Task task;
    private final TorchStep.Maker maker;
    private final Norm norm1;
    private final Norm norm2;
    private final Affine projections;
    private final Affine join;
    private final Affine wide;
    private final Affine narrow;

    private TorchTransformer(Transformer shape, Task task) {
        this.shape = shape;
        this.task = task;
        maker = new TorchStep.Maker(task);
        int width = shape.width();
        norm1 = norm("norm1");
        norm2 = norm("norm2");
        projections = new Affine(maker.parameter(joined("w"), 3L * width, width), maker.parameter(joined("b"), 3L
                * width));
        join = new Affine(maker.parameter("attention/wo", width, width), maker.parameter("attention/bo", width));
        wide = new Affine(maker.parameter("wide/weight", shape.hidden(), width), maker.parameter("wide/bias", shape
                .hidden()));
        narrow = new Affine(maker.parameter("narrow/weight", width, shape.hidden()), maker.parameter("narrow/bias",
                width));
    }

    private record Affine(PtNDArray w, PtNDArray b) {
        NDArray of(NDArray x) {
            return Linear.linear(x, w, b).singletonOrThrow();
        }
    }

    private record Norm(PtNDArray scale, PtNDArray shift, Shape last) {
        NDArray of(NDArray x) {
            return JniUtils.layerNorm((PtNDArray) x, last, scale, shift, Transformer.EPSILON);
        }
    }

    private Norm norm(String id) {
        return new Norm(maker.parameter(id + "/weight", shape.width()), maker.parameter(id + "/bias", shape.width()),
                new Shape(shape.width()));
    }

    /** The parameters for queries, keys and values below each other. */
    private float[] joined(String kind) {
        float[] q = task.start("attention/" + kind + "q");
        float[] all = new float[3 * q.length];
        System.arraycopy(q, 0, all, 0, q.length);
        System.arraycopy(task.start("attention/" + kind + "k"), 0, all, q.length, q.length);
        System.arraycopy(task.start("attention/" + kind + "v"), 0, all, 2 * q.length, q.length);
        return all;
    }

    private NDArray attention(NDArray x) {
        int size = shape.width() / shape.heads();
        NDList parts = projections.of(x).reshape(task.batch(), shape.time(), 3L * shape.heads(), size)
                .transpose(0, 2, 1, 3).split(3, 1);
        NDArray scores = parts.get(0).mul(1 / Math.sqrt(size)).matMul(parts.get(1).transpose(0, 1, 3, 2));
        NDArray seen = scores.softmax(-1).matMul(parts.get(2));
        return join.of(seen.transpose(0, 2, 1, 3).reshape(task.batch(), shape.time(), shape.width()));
    }

    static Contender of(Transformer shape, Task task) {
        TorchTransformer block = new TorchTransformer(shape, task);
        PtNDArray x = block.maker.data(task.inputs(), task.batch(), shape.time(), shape.width());
        PtNDArray t = block.maker.fixed(task.targets(), task.batch(), shape.time(), shape.width());
        return block.maker.step(() -> {
            NDArray y = block.attention(block.norm1.of(x)).add(x);
            NDArray z = block.narrow.of(JniUtils.gelu((PtNDArray) block.wide.of(block.norm2.of(y)))).add(y);
            return z.sub(t).square().mean();
        });
    }
}
