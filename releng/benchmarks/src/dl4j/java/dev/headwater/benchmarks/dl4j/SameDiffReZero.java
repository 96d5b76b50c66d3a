package dev.headwater.benchmarks.dl4j;

import dev.headwater.benchmarks.workload.Contender;
import dev.headwater.benchmarks.workload.ReZero;
import dev.headwater.benchmarks.workload.Task;
import org.nd4j.autodiff.samediff.SDVariable;

/** Layers x + α relu(W x + b) in SameDiff, for DL4J has no layer with a learned factor. */
final class SameDiffReZero {
    private SameDiffReZero() {
    }

    static Contender of(ReZero net, Task task) {
        SameDiffStep.Maker maker = new SameDiffStep.Maker(task);
        int width = net.width();
        SDVariable h = maker.input(task.batch(), width);
        for (int i = 0; i < net.layers(); i++) {
            String id = net.layer(i);
            SDVariable branch = maker.graph().nn().relu(maker.affine(h, id + "a/weight", id + "a/bias", width, width),
                    0);
            h = h.add(branch.mul(maker.parameter(id + "alpha/factor", 1)));
        }
        SDVariable logits = maker.affine(h, "dense/weight", "dense/bias", ReZero.CLASSES, width);
        SDVariable loss = maker.graph().loss().softmaxCrossEntropy("loss", maker.target(task.batch(), ReZero.CLASSES),
                logits, null);
        return maker.step(loss, Values.of(task.inputs(), task.batch(), width), Values.of(task.oneHot(ReZero.CLASSES),
                task.batch(), ReZero.CLASSES));
    }
}
