package dev.headwater.benchmarks.kernels;

import dev.headwater.benchmarks.Kernels;
import dev.headwater.core.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks of this package with JMH, each in a process of its own. */
public final class JmhKernels implements Kernels {
    @Override
    public Json.Arr run(boolean quick, Path log) throws IOException {
        var options = new OptionsBuilder().include(JmhKernels.class.getPackageName()).forks(1).warmupIterations(quick
                ? 1
                : 5).measurementIterations(quick ? 2 : 7).warmupTime(TimeValue.milliseconds(quick ? 300 : 1000))
                .measurementTime(TimeValue.milliseconds(quick ? 200 : 1000)).output(log.toString()).build();
        Collection<RunResult> results;
        try {
            results = new Runner(options).run();
        } catch (RunnerException e) {
            throw new IOException(e.getMessage() + "; JMH's own words are in " + log, e);
        }
        List<Json> rows = new ArrayList<>();
        for (RunResult result : results) {
            rows.add(row(result));
        }
        return Json.array(rows);
    }

    private static Json row(RunResult result) {
        String name = result.getParams().getBenchmark();
        String of = result.getParams().getParam("of");
        Json.Builder row = Json.object().put("of", of).put("ns", result.getPrimaryResult().getScore());
        if (name.contains(ActivationTile.class.getSimpleName())) {
            row.put("operation", "value and slope of a tile").put("elements", ActivationTile.TILE);
        } else if (name.contains(Sgemm.class.getSimpleName())) {
            int[] extents = Sgemm.extents(of);
            row.put("operation", "sgemm A B'").put("work", 2.0 * extents[0] * extents[1] * extents[2]);
        } else {
            row.put("operation", "a step of one example, statistics").put("elements", UpdatePass.PARAMETERS);
        }
        return row.build();
    }
}
