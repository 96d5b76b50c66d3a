package dev.headwater.benchmarks.kernels;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import dev.headwater.core.engine.Backend;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.FloatPointer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Products of the shapes that the workloads have, C = A Bᵀ as a forward pass computes them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Sgemm {
    /** Rows of A, rows of B, columns of both. */
    @Param({"32x128x784", "32x128x128", "512x128x128", "512x256x256", "64x512x128", "1024x16x144", "2048x512x128",
            "1024x1024x1024"})
    public String of;

    private int m;
    private int n;
    private int k;
    private FloatPointer a;
    private FloatPointer b;
    private FloatPointer c;

    /** The extents that a shape names. */
    static int[] extents(String shape) {
        return Arrays.stream(shape.split("x")).mapToInt(Integer::parseInt).toArray();
    }

    /** Fills the factors. */
    @Setup
    public void prepare() {
        Backend.start();
        int[] extents = extents(of);
        m = extents[0];
        n = extents[1];
        k = extents[2];
        a = filled((long) m * k);
        b = filled((long) n * k);
        c = filled((long) m * n);
    }

    private static FloatPointer filled(long size) {
        FloatPointer values = new FloatPointer(size);
        for (long i = 0; i < size; i++) {
            values.put(i, 1f / (1 + i % 7));
        }
        return values;
    }

    /** Once. */
    @Benchmark
    public void product() {
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, m, n, k, 1f, a, k, b, k, 0f, c, n);
    }

    /** Frees the memory. */
    @TearDown
    public void free() {
        a.close();
        b.close();
        c.close();
    }
}
