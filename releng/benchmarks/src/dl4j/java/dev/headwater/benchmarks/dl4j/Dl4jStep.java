package dev.headwater.benchmarks.dl4j;

import dev.headwater.benchmarks.workload.Contender;
import java.util.function.DoubleSupplier;

/** A step of DL4J. Its arrays are freed by the garbage collector, as DL4J means it. */
record Dl4jStep(Runnable fit, DoubleSupplier score) implements Contender {
    @Override
    public void step() {
        fit.run();
    }

    @Override
    public double loss() {
        return score.getAsDouble();
    }

    @Override
    public void close() {
        // nothing that DL4J would let go of now
    }
}
