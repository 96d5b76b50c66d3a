package dev.headwater.core.run;

/**
 * The software and the machine of a run: what else could change its numbers or its speed.
 *
 * @param headwater the version of this product
 * @param java the version of the Java runtime
 * @param nd4j the version of ND4J
 * @param openblas the version of OpenBLAS
 * @param kernel the processor family that OpenBLAS chose its routines for; equal bits need an equal one
 * @param gflops the speed of a matrix product as measured at the start, 10⁹ multiply-adds and adds a second
 * @param os the operating system and its version
 * @param arch the processor architecture
 * @param cpus how many processors the process may use
 * @param memory the machine's memory in bytes; 0 if unknown
 */
public record Environment(String headwater, String java, String nd4j, String openblas, String kernel, double gflops,
        String os, String arch, int cpus, long memory) {
    /** The environment of this process, with what only the caller knows. */
    public static Environment here(String headwater, String nd4j, String openblas, String kernel, double gflops,
            long memory) {
        return new Environment(headwater, System.getProperty("java.runtime.version", "?"), nd4j, openblas, kernel,
                gflops, System.getProperty("os.name", "?") + " " + System.getProperty("os.version", ""),
                System.getProperty("os.arch", "?"), Runtime.getRuntime().availableProcessors(), memory);
    }
}
