package dev.headwater.benchmarks.dl4j;

import dev.headwater.benchmarks.workload.Contender;
import dev.headwater.benchmarks.workload.Task;
import dev.headwater.benchmarks.workload.Transformer;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** A transformer block in SameDiff. */
final class SameDiffTransformer {
    private final Transformer shape;
    private final Task task;
    private final SameDiffStep.Maker maker;
    private final SameDiff graph;

    private SameDiffTransformer(Transformer shape, Task task) {
        this.shape = shape;
        this.task = task;
        maker = new SameDiffStep.Maker(task);
        graph = maker.graph();
    }

    static Contender of(Transformer shape, Task task) {
        return new SameDiffTransformer(shape, task).step();
    }

    /** All steps of all examples are rows, so that products are those of matrices. */
    private Contender step() {
        int width = shape.width();
        long rows = (long) task.batch() * shape.time();
        SDVariable x = maker.input(rows, width);
        SDVariable y = x.add(attention(norm(x, "norm1")));
        SDVariable wide = gelu(maker.affine(norm(y, "norm2"), "wide/weight", "wide/bias", shape.hidden(), width));
        SDVariable z = y.add(maker.affine(wide, "narrow/weight", "narrow/bias", width, shape.hidden()));
        SDVariable error = z.sub(maker.target(rows, width));
        return maker.step(error.mul(error).mean("loss"), Values.of(task.inputs(), rows, width), Values.of(task
                .targets(), rows, width));
    }

    private SDVariable norm(SDVariable x, String id) {
        return graph.nn().layerNorm(x, maker.parameter(id + "/weight", shape.width()), maker.parameter(id + "/bias",
                shape.width()), false, 1);
    }

    private SDVariable attention(SDVariable x) {
        int size = shape.width() / shape.heads();
        SDVariable q = heads(x, "q").mul(1 / Math.sqrt(size));
        SDVariable scores = graph.mmul(q, heads(x, "k").permute(0, 1, 3, 2));
        SDVariable seen = graph.mmul(graph.nn().softmax(scores, 3), heads(x, "v"));
        SDVariable rows = seen.permute(0, 2, 1, 3).reshape((long) task.batch() * shape.time(), shape.width());
        return maker.affine(rows, "attention/wo", "attention/bo", shape.width(), shape.width());
    }

    /** [batch, heads, time, features of a head]. */
    private SDVariable heads(SDVariable x, String name) {
        int width = shape.width();
        return maker.affine(x, "attention/w" + name, "attention/b" + name, width, width).reshape(task.batch(), shape
                .time(), shape.heads(), width / shape.heads()).permute(0, 2, 1, 3);
    }

    /** z Φ(z) by the error function; ND4J's own operation is an approximation. */
    private SDVariable gelu(SDVariable z) {
        return z.mul(graph.math().erf(z.mul(Math.sqrt(0.5))).add(1)).mul(0.5);
    }
}
