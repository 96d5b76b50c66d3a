package dev.headwater.core.network;

import dev.headwater.core.catalog.Problems;
import dev.headwater.core.json.Position;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects problems of one file, each once, and of each severity no more than a person would read, so that a hostile
 * file costs neither memory nor time.
 */
public final class ProblemList implements Problems {
    /** How many of each severity are kept. */
    public static final int MOST = 100;

    /** What all views of one list share. */
    private static final class Tally {
        final Set<Problem> seen = new HashSet<>();
        int errors;
        int keptErrors;
        int keptWarnings;
    }

    private final List<Problem> sink;
    private final String node;
    private final Tally tally;

    private ProblemList(List<Problem> sink, String node, Tally tally) {
        this.sink = sink;
        this.node = node;
        this.tally = tally;
    }

    /** Adds to this list, about the whole file. */
    public ProblemList(List<Problem> sink) {
        this(sink, null, new Tally());
    }

    /** The same list for problems of one node. */
    public ProblemList of(String nodeId) {
        return new ProblemList(sink, nodeId, tally);
    }

    /** How many errors were reported, those not kept included. */
    public int errors() {
        return tally.errors;
    }

    @Override
    public void error(Position at, String message) {
        tally.errors++;
        if (!full() && add(Severity.ERROR, at, message)) {
            tally.keptErrors++;
        }
    }

    @Override
    public void warning(Position at, String message) {
        if (tally.keptWarnings < MOST && add(Severity.WARNING, at, message)) {
            tally.keptWarnings++;
        }
    }

    /** Whether no more errors would be kept: time to stop looking. */
    boolean full() {
        return tally.keptErrors >= MOST;
    }

    private boolean add(Severity severity, Position at, String message) {
        Problem problem = new Problem(severity, node, at.line(), at.column(), message);
        return tally.seen.add(problem) && sink.add(problem);
    }
}
