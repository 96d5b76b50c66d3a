package dev.headwater.editor.model;

import dev.headwater.core.network.Analysis;
import dev.headwater.core.network.NetworkFile;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** The job that reads a text as a network and finds out all that follows from it. */
final class Reading extends Job {
    /**
     * What came of reading.
     *
     * @param number which text was read; a later one makes it stale
     * @param text that was read
     * @param stamp of the document when it held the text
     */
    record Result(int number, String text, long stamp, NetworkFile.Parsed parsed, Analysis analysis) {
    }

    private final int number;
    private final String name;
    private final String text;
    private final long stamp;
    private final Consumer<Result> sink;

    Reading(String title, int number, String name, String text, long stamp, Consumer<Result> sink) {
        super(title);
        this.number = number;
        this.name = name;
        this.text = text;
        this.stamp = stamp;
        this.sink = sink;
        setSystem(true);
        setPriority(Job.SHORT);
    }

    /** Reads without a job. */
    Result read() {
        NetworkFile.Parsed parsed = NetworkFile.read(name, text.getBytes(StandardCharsets.UTF_8));
        Analysis analysis = parsed.network() == null
                ? new Analysis(null, Map.of(), Map.of(), parsed.problems())
                : Analysis.of(parsed.network(), parsed.problems());
        return new Result(number, text, stamp, parsed, analysis);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        sink.accept(read());
        return Status.OK_STATUS;
    }
}
