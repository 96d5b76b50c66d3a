package dev.headwater.benchmarks.workload;

import java.util.Optional;

/** Somebody else's library, found by {@link java.util.ServiceLoader} where its jars have been fetched. */
public interface Library {
    /** The key of its figures in reports: {@code dl4j}. */
    String key();

    /** What it is, with its version, for people. */
    String description();

    /** Its training of a task; empty where it has no such thing. */
    Optional<Contender> contender(Task task);

    /** Lets it use so many threads from now on; false if it cannot be told. */
    boolean useThreads(int threads);
}
