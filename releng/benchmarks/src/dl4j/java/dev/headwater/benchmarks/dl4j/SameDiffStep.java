package dev.headwater.benchmarks.dl4j;

import dev.headwater.benchmarks.measure.Losses;
import dev.headwater.benchmarks.workload.Contender;
import dev.headwater.benchmarks.workload.Task;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.TrainingConfig;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Sgd;

/** Gradient descent on a graph of SameDiff. */
final class SameDiffStep implements Contender {
    private static final String IN = "in";
    private static final String TARGET = "target";

    private final SameDiff graph;
    private final DataSet data;
    private final String lossName;
    private int steps;
    private double loss;

    private SameDiffStep(SameDiff graph, DataSet data, String lossName) {
        this.graph = graph;
        this.data = data;
        this.lossName = lossName;
    }

    /** Makes the graph of a task. */
    static final class Maker {
        private final SameDiff graph = SameDiff.create();
        private final Task task;

        Maker(Task task) {
            this.task = task;
        }

        SameDiff graph() {
            return graph;
        }

        /** What the network reads. */
        SDVariable input(long... shape) {
            return graph.placeHolder(IN, DataType.FLOAT, shape);
        }

        /** What it is to put out. */
        SDVariable target(long... shape) {
            return graph.placeHolder(TARGET, DataType.FLOAT, shape);
        }

        /** A parameter with its first values. */
        SDVariable parameter(String path, long... shape) {
            return graph.var(path, Values.of(task.start(path), shape));
        }

        /** {@code x wᵀ + b} with the weight (out, in), kept as (in, out). */
        SDVariable affine(SDVariable x, String weight, String bias, int out, int in) {
            SDVariable w = graph.var(weight, Values.transposed(task.start(weight), out, in));
            return graph.nn().linear(x, w, parameter(bias, out));
        }

        /** The training by this loss, of these inputs and targets. */
        SameDiffStep step(SDVariable loss, INDArray inputs, INDArray targets) {
            graph.setLossVariables(loss);
            graph.setTrainingConfig(TrainingConfig.builder().updater(new Sgd(task.workload().rate()))
                    .dataSetFeatureMapping(IN).dataSetLabelMapping(TARGET).build());
            return new SameDiffStep(graph, new DataSet(inputs, targets), loss.name());
        }
    }

    @Override
    public void step() {
        if (steps++ < Losses.STEPS) {
            // SameDiff leaves out what the gradients do not need, and gives 0 for the loss.
            loss = graph.output(Map.of(IN, data.getFeatures(), TARGET, data.getLabels()), lossName).get(lossName)
                    .getDouble(0);
        }
        graph.fit(data);
    }

    @Override
    public double loss() {
        return loss;
    }

    @Override
    public void close() {
        // nothing that SameDiff would let go of now
    }
}
