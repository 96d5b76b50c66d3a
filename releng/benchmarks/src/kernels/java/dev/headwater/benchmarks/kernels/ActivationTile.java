package dev.headwater.benchmarks.kernels;

import dev.headwater.core.activation.Activation;
import dev.headwater.core.activation.Gelu;
import dev.headwater.core.activation.Relu;
import dev.headwater.core.activation.Sigmoid;
import dev.headwater.core.activation.Silu;
import dev.headwater.core.activation.Tanh;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** An activation and its slope on one tile. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ActivationTile {
    /** Numbers in a tile. */
    static final int TILE = 2048;

    /** Which function. */
    @Param({"relu", "tanh", "sigmoid", "silu", "gelu"})
    public String of;

    private final float[] z = new float[TILE];
    private final float[] a = new float[TILE];
    private final float[] slope = new float[TILE];
    private Activation f;

    /** Draws what it is applied to. */
    @Setup
    public void prepare() {
        Random random = new Random(1);
        for (int i = 0; i < TILE; i++) {
            z[i] = (float) random.nextGaussian();
        }
        f = switch (of) {
            case "relu" -> new Relu();
            case "tanh" -> new Tanh();
            case "sigmoid" -> new Sigmoid();
            case "silu" -> new Silu();
            case "gelu" -> new Gelu(Gelu.Form.ERF);
            default -> throw new IllegalArgumentException(of);
        };
    }

    /** Once. */
    @Benchmark
    public float[] valueAndSlope() {
        f.valueAndSlope(z, a, slope, TILE);
        return slope;
    }
}
