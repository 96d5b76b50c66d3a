package dev.headwater.benchmarks;

import dev.headwater.core.json.Json;
import java.io.IOException;
import java.nio.file.Path;

/** Single operations, measured; found by {@link java.util.ServiceLoader} where JMH has been fetched. */
public interface Kernels {
    /**
     * Measures them all.
     *
     * @param quick whether a look is enough
     * @param log where to write what is going on
     * @return objects with operation, of, ns, and elements or work: how many numbers or multiplications and additions
     * @throws IOException if that cannot be written, or a measurement fails
     */
    Json.Arr run(boolean quick, Path log) throws IOException;
}
