package dev.headwater.benchmarks;

import dev.headwater.benchmarks.measure.Effort;
import dev.headwater.benchmarks.measure.Losses;
import dev.headwater.benchmarks.measure.Peak;
import dev.headwater.benchmarks.measure.Race;
import dev.headwater.benchmarks.product.Ours;
import dev.headwater.benchmarks.product.Statistics;
import dev.headwater.benchmarks.workload.Contender;
import dev.headwater.benchmarks.workload.Library;
import dev.headwater.benchmarks.workload.Task;
import dev.headwater.core.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One workload with one batch: the product, with and without statistics, and all libraries that have such a training. */
final class Comparison implements AutoCloseable {
    private final Task task;
    private final Effort effort;
    private final Ours plain;
    private final List<Ours> watched = new ArrayList<>();
    private final Rivals rivals;
    private final Json.Obj memory;

    /** Lays everything out and checks that all compute the same. */
    Comparison(Task task, Effort effort, List<Library> libraries) {
        this.task = task;
        this.effort = effort;
        Ours.Measured measured = Ours.measured(task);
        plain = measured.training();
        memory = Json.object().put("bytes", measured.bytes()).put("needed", plain.needed())
                .put("ratio", (double) measured.bytes() / plain.needed()).build();
        Losses losses = new Losses(plain);
        for (Statistics statistics : Ours.records(task) ? List.of(Statistics.BY_DEFAULT, Statistics.FULL)
                : List.<Statistics>of()) {
            Ours training = Ours.of(task, statistics);
            watched.add(training);
            if (new Losses(training).difference(losses) != 0) {
                throw new IllegalStateException("statistics change the losses of " + task.workload().name());
            }
        }
        rivals = new Rivals(task, libraries, losses);
    }

    /** Measures all in turn. */
    Json.Obj run() {
        List<Contender> all = new ArrayList<>(watched);
        all.addFirst(plain);
        rivals.all().forEach(rival -> all.add(rival.contender()));
        double peak = Peak.gflops();
        double[] ms = new Race(effort).run(all);
        peak = Math.max(peak, Peak.gflops());
        Json.Builder figures = Json.object().put("name", task.workload().name()).put("batch", task.batch())
                .put("ms", ms[0]).put("gflops", plain.work() / ms[0] / 1e6).put("peakGflops", peak)
                .put("telemetryCost", watched.isEmpty() ? Json.NULL : Json.of(ms[1] / ms[0] - 1))
                .put("telemetryCostFull", watched.isEmpty() ? Json.NULL : Json.of(ms[2] / ms[0] - 1))
                .put("memory", memory)
                .put("peers", peers(ms[0], Arrays.copyOfRange(ms, 1 + watched.size(), ms.length)));
        if (task.workload().onTwoThreads(task.batch()) && Runtime.getRuntime().availableProcessors() > 1) {
            figures.put("twoThreads", new TwoThreads(task, effort).run(plain, rivals));
        }
        return figures.build();
    }

    private Json.Obj peers(double own, double[] ms) {
        Json.Builder peers = Json.object();
        for (int i = 0; i < ms.length; i++) {
            Rivals.Rival rival = rivals.all().get(i);
            peers.put(rival.library().key(), Json.object().put("ms", ms[i]).put("ratio", ms[i] / own)
                    .put("difference", rival.difference()).put("agrees", rival.agrees()).build());
        }
        return peers.build();
    }

    @Override
    public void close() {
        plain.close();
        watched.forEach(Ours::close);
        rivals.close();
    }
}
