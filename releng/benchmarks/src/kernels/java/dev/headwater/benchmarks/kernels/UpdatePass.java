package dev.headwater.benchmarks.kernels;

import dev.headwater.benchmarks.product.Ours;
import dev.headwater.benchmarks.product.Statistics;
import dev.headwater.benchmarks.workload.Mlp;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What a step costs for each parameter, with more or fewer statistics: a wide network and a batch of one example. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class UpdatePass {
    /** A million parameters in one layer of 1,024 × 1,024, nearly as many between it and the data. */
    static final Mlp NET = new Mlp("wide", "relu", 2, 1024, 0.001);
    /** How many parameters it has. */
    static final long PARAMETERS = 784 * 1024 + 1024 + 1024 * 1024 + 1024 + 1024 * 10 + 10;

    /** What is recorded. */
    @Param({"OFF", "BY_DEFAULT", "FULL"})
    public Statistics of;

    private Ours training;

    /** Lays it out. */
    @Setup
    public void prepare() {
        training = Ours.of(Ours.task(NET, 1), of);
    }

    /** One step. */
    @Benchmark
    public void step() {
        training.step();
    }

    /** Frees the memory. */
    @TearDown
    public void free() {
        training.close();
    }
}
