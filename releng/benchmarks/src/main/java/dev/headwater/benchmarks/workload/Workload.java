package dev.headwater.benchmarks.workload;

import java.util.List;

/** A network and the data that it is trained on, the same for everybody who trains it. */
public sealed interface Workload permits Mlp, Lstm, ResNet, Reservoir, Transformer, ReZero {
    /** What it is called in reports and on the command line. */
    String name();

    /** What it is, in a few words. */
    String about();

    /** The batches that it is measured with. */
    List<Integer> batches();

    /** Whether a step with this batch is also measured on two threads. */
    default boolean onTwoThreads(@SuppressWarnings("unused") int batch) {
        return true;
    }

    /** The learning rate of plain gradient descent. */
    double rate();

    /** The members {@code nodes}, {@code blocks} and {@code losses} of its network file. */
    String network();

    /** How its parameters are found, as the recipe of its network file says it. */
    default String fit() {
        return "\"gradient\"";
    }

    /** Inputs of so many examples, row-major as the product reads them. */
    float[] inputs(int batch);

    /** Their targets. */
    float[] targets(int batch);
}
