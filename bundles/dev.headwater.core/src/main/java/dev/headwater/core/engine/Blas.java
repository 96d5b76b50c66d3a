package dev.headwater.core.engine;

/**
 * The BLAS that the engine found.
 *
 * @param library its name and version
 * @param kernel the processor whose kernels it runs, as OpenBLAS names it, or {@code unknown}
 * @param gflops what one 256 × 256 × 256 single-precision product achieved on one thread
 */
public record Blas(String library, String kernel, double gflops) {
}
