package dev.headwater.benchmarks.dl4j;

import dev.headwater.benchmarks.workload.Contender;
import dev.headwater.benchmarks.workload.Mlp;
import dev.headwater.benchmarks.workload.Task;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Dense layers in DL4J. */
final class Dl4jMlp {
    private Dl4jMlp() {
    }

    static Contender of(Mlp mlp, Task task) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder().updater(new Sgd(mlp.rate()))
                .activation(mlp.activation().equals("tanh") ? Activation.TANH : Activation.RELU).list();
        for (int i = 0; i < mlp.hidden(); i++) {
            layers.layer(new DenseLayer.Builder().nIn(i == 0 ? Mlp.INPUTS : mlp.width()).nOut(mlp.width()).build());
        }
        layers.layer(new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).nIn(mlp.width())
                .nOut(Mlp.CLASSES).build());
        MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
        network.init();
        for (int i = 0; i <= mlp.hidden(); i++) {
            int in = i == 0 ? Mlp.INPUTS : mlp.width();
            int out = i == mlp.hidden() ? Mlp.CLASSES : mlp.width();
            network.setParam(i + "_W", Values.transposed(task.start(Mlp.layer(i) + "/weight"), out, in));
            network.setParam(i + "_b", Values.of(task.start(Mlp.layer(i) + "/bias"), 1, out));
        }
        INDArray x = Values.of(task.inputs(), task.batch(), Mlp.INPUTS);
        INDArray t = Values.of(task.oneHot(Mlp.CLASSES), task.batch(), Mlp.CLASSES);
        return new Dl4jStep(() -> network.fit(x, t), network::score);
    }
}
