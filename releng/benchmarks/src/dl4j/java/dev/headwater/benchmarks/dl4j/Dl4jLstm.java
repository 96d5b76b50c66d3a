package dev.headwater.benchmarks.dl4j;

import dev.headwater.benchmarks.workload.Contender;
import dev.headwater.benchmarks.workload.Lstm;
import dev.headwater.benchmarks.workload.Task;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** An LSTM of DL4J, whose weights are (inputs, gates) with the gates in the order g, f, o, i. */
final class Dl4jLstm {
    /** Where each of DL4J's gates stands in PyTorch's order i, f, g, o. */
    private static final int[] GATES = {2, 1, 3, 0};

    private Dl4jLstm() {
    }

    static Contender of(Lstm lstm, Task task) {
        int units = lstm.units();
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder().updater(new Sgd(lstm
                .rate())).list()
                .layer(new LastTimeStep(new LSTM.Builder().nIn(Lstm.FEATURES).nOut(units).activation(Activation.TANH)
                        .gateActivationFunction(Activation.SIGMOID).build()))
                .layer(new OutputLayer.Builder(LossFunction.MSE).activation(Activation.IDENTITY).nIn(units).nOut(1)
                        .build())
                .build());
        network.init();
        network.setParam("0_W", gates(task.start("lstm/weight_ih"), units, Lstm.FEATURES));
        network.setParam("0_RW", gates(task.start("lstm/weight_hh"), units, units));
        network.setParam("0_b", gates(task.start("lstm/bias"), units, 1));
        network.setParam("1_W", Values.of(task.start("sum/weight"), units, 1));
        network.setParam("1_b", Values.of(task.start("sum/bias"), 1, 1));
        INDArray x = Values.of(task.channelsFirst(lstm.time(), Lstm.FEATURES), task.batch(), Lstm.FEATURES, lstm
                .time());
        INDArray t = Values.of(task.targets(), task.batch(), 1);
        return new Dl4jStep(() -> network.fit(x, t), network::score);
    }

    private static INDArray gates(float[] w, int units, int inputs) {
        float[] ordered = new float[w.length];
        int gate = units * inputs;
        for (int i = 0; i < GATES.length; i++) {
            System.arraycopy(w, GATES[i] * gate, ordered, i * gate, gate);
        }
        return Values.transposed(ordered, GATES.length * units, inputs);
    }
}
