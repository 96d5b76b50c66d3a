package dev.headwater.benchmarks.libtorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.headwater.benchmarks.workload.Contender;
import dev.headwater.benchmarks.workload.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * Gradient descent on parameters of libtorch. What a step computes is freed with it: an array belongs to the scope of the
 * first that it is made of, and the data join a step's scope for its time.
 */
final class TorchStep implements Contender {
    /** The forward pass up to the loss, a single number. */
    @FunctionalInterface
    interface Forward {
        NDArray loss();
    }

    private final NDManager manager;
    private final List<PtNDArray> parameters;
    private final List<NDArray> data;
    private final Forward forward;
    private final float rate;
    private double loss;

    private TorchStep(Maker maker, Forward forward, double rate) {
        manager = maker.manager;
        parameters = maker.parameters;
        data = maker.data;
        this.forward = forward;
        this.rate = (float) rate;
    }

    /** Makes the arrays that live as long as the training. */
    static final class Maker {
        private final NDManager manager = NDManager.newBaseManager("PyTorch");
        private final List<PtNDArray> parameters = new ArrayList<>();
        private final List<NDArray> data = new ArrayList<>();
        private final Task task;

        Maker(Task task) {
            this.task = task;
        }

        /** A parameter with its first values. */
        PtNDArray parameter(String path, long... shape) {
            return parameter(task.start(path), shape);
        }

        /** A parameter with these first values. */
        PtNDArray parameter(float[] values, long... shape) {
            PtNDArray array = (PtNDArray) manager.create(values, new Shape(shape));
            array.setRequiresGradient(true);
            parameters.add(array);
            return array;
        }

        /** What the network reads. */
        PtNDArray data(float[] values, long... shape) {
            PtNDArray array = (PtNDArray) manager.create(values, new Shape(shape));
            data.add(array);
            return array;
        }

        /** Another array that does not learn; never the first of an operation. */
        PtNDArray fixed(float[] values, long... shape) {
            return (PtNDArray) manager.create(values, new Shape(shape));
        }

        /** The training. */
        TorchStep step(Forward forward) {
            return new TorchStep(this, forward, task.workload().rate());
        }
    }

    @Override
    public void step() {
        try (NDManager own = manager.newSubManager()) {
            data.forEach(array -> array.attach(own));
            JniUtils.setGradMode(true);
            PtNDArray value = (PtNDArray) forward.loss();
            JniUtils.backward(value, (PtNDArray) value.onesLike(), false, false);
            JniUtils.setGradMode(false);
            loss = value.getFloat();
            parameters.forEach(this::update);
            data.forEach(array -> array.attach(manager));
        }
    }

    private void update(PtNDArray w) {
        PtNDArray gradient = JniUtils.getGradient(w);
        JniUtils.sgdUpdate(w, gradient, null, rate, 0f, 1f, -1f, 0f);
        JniUtils.zeroGrad(w);
        gradient.close();
    }

    @Override
    public double loss() {
        return loss;
    }

    @Override
    public void close() {
        manager.close();
    }
}
