package dev.headwater.benchmarks.measure;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import org.bytedeco.javacpp.FloatPointer;

/** The fastest that one thread multiplies matrices here: what no step can exceed. */
public final class Peak {
    private static final int[] SIZES = {256, 512, 1024};
    /** Seconds for each size. */
    private static final double LONG = 0.15;

    private Peak() {
    }

    /** 10⁹ multiplications and additions a second, of the best of some square products. */
    public static double gflops() {
        double best = 0;
        for (int size : SIZES) {
            best = Math.max(best, gflops(size));
        }
        return best;
    }

    private static double gflops(int n) {
        long size = (long) n * n;
        try (FloatPointer a = new FloatPointer(size);
                FloatPointer b = new FloatPointer(size);
                FloatPointer c = new FloatPointer(size)) {
            for (long i = 0; i < size; i++) {
                a.put(i, 1f / (1 + i % 7));
                b.put(i, 1f / (1 + i % 5));
            }
            long end = System.nanoTime() + (long) (LONG * 1e9);
            long best = Long.MAX_VALUE;
            long before = System.nanoTime();
            do {
                cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, n, n, n, 1f, a, n, b, n, 0f, c, n);
                long now = System.nanoTime();
                best = Math.min(best, now - before);
                before = now;
            } while (before < end);
            return 2.0 * n * n * n / best;
        }
    }
}
