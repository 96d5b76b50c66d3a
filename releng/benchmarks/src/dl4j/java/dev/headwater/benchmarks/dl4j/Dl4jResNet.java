package dev.headwater.benchmarks.dl4j;

import dev.headwater.benchmarks.workload.Contender;
import dev.headwater.benchmarks.workload.ResNet;
import dev.headwater.benchmarks.workload.Task;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** ResNet-20 as a graph of DL4J. */
final class Dl4jResNet {
    private Dl4jResNet() {
    }

    static Contender of(ResNet net, Task task) {
        GraphBuilder graph = new NeuralNetConfiguration.Builder().updater(new Sgd(net.rate()))
                .convolutionMode(ConvolutionMode.Truncate).graphBuilder().addInputs("in");
        int first = net.blocks().getFirst().inputs();
        convolution(graph, "stem", "in", ResNet.COLORS, first, 3, 1);
        bend(graph, "stem-out", "stem-norm");
        for (ResNet.Block block : net.blocks()) {
            String id = block.id();
            convolution(graph, id + "-a", block.from(), block.inputs(), block.channels(), 3, block.stride());
            bend(graph, id + "-bend", id + "-a-norm");
            convolution(graph, id + "-b", id + "-bend", block.channels(), block.channels(), 3, 1);
            if (block.projects()) {
                convolution(graph, id + "-p", block.from(), block.inputs(), block.channels(), 1, block.stride());
            }
            graph.addVertex(id + "-sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), id + "-b-norm", block
                    .projects() ? id + "-p-norm" : block.from());
            bend(graph, block.out(), id + "-sum");
        }
        graph.addLayer("mean", new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), net.blocks().getLast().out())
                .addLayer("dense", new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).nIn(
                        ResNet.LAST).nOut(ResNet.CLASSES).build(), "mean")
                .setOutputs("dense").setInputTypes(InputType.convolutional(ResNet.SIZE, ResNet.SIZE, ResNet.COLORS));
        ComputationGraph network = new ComputationGraph(graph.build());
        network.init();
        setWeights(network, net, task);
        DataSet data = new DataSet(Values.of(task.channelsFirst(ResNet.SIZE * ResNet.SIZE, ResNet.COLORS), task.batch(),
                ResNet.COLORS, ResNet.SIZE, ResNet.SIZE), Values.of(task.oneHot(ResNet.CLASSES), task.batch(),
                        ResNet.CLASSES));
        return new Dl4jStep(() -> network.fit(data), network::score);
    }

    private static void convolution(GraphBuilder graph, String id, String from, int in, int out, int kernel,
            int stride) {
        graph.addLayer(id, new ConvolutionLayer.Builder(kernel, kernel).stride(stride, stride).padding(kernel / 2,
                kernel / 2).nIn(in).nOut(out).hasBias(false).activation(Activation.IDENTITY).build(), from);
        graph.addLayer(id + "-norm", new BatchNormalization.Builder().nIn(out).nOut(out).eps(ResNet.EPSILON).decay(0.9)
                .build(), id);
    }

    private static void bend(GraphBuilder graph, String id, String from) {
        graph.addLayer(id, new ActivationLayer(Activation.RELU), from);
    }

    /** Scales and shifts begin at 1 and 0 in both libraries. */
    private static void setWeights(ComputationGraph network, ResNet net, Task task) {
        setConvolution(network, task, "stem", ResNet.COLORS, net.blocks().getFirst().inputs(), 3);
        for (ResNet.Block block : net.blocks()) {
            setConvolution(network, task, block.id() + "-a", block.inputs(), block.channels(), 3);
            setConvolution(network, task, block.id() + "-b", block.channels(), block.channels(), 3);
            if (block.projects()) {
                setConvolution(network, task, block.id() + "-p", block.inputs(), block.channels(), 1);
            }
        }
        network.setParam("dense_W", Values.transposed(task.start("dense/weight"), ResNet.CLASSES, ResNet.LAST));
        network.setParam("dense_b", Values.of(task.start("dense/bias"), 1, ResNet.CLASSES));
    }

    private static void setConvolution(ComputationGraph network, Task task, String id, int in, int out, int kernel) {
        network.setParam(id + "_W", Values.of(task.start(id + "/weight"), out, in, kernel, kernel));
    }
}
