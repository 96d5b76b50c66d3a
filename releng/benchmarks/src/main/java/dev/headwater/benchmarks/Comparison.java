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
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One workload with one batch: the product, with and without statistics, and all libraries that have such a training. */
final class Comparison implements AutoCloseable {
    private final Task task;
    private final Race race;
    private final Map<Statistics, Ours> ours = new EnumMap<>(Statistics.class);
    private final Map<Library, Contender> peers = new LinkedHashMap<>();
    private final Json.Builder memory;
    private final double work;

    /** Lays everything out and takes no step yet. */
    Comparison(Task task, Effort effort, List<Library> libraries) {
        this.task = task;
        race = new Race(effort);
        Ours.Measured first = Ours.measured(task);
        memory = Json.object().put("bytes", first.bytes()).put("needed", first.training().needed()).put("ratio",
                (double) first.bytes() / first.training().needed());
        work = first.training().work();
        ours.put(Statistics.OFF, first.training());
        for (Statistics statistics : new Statistics[] {Statistics.BY_DEFAULT, Statistics.FULL}) {
            ours.put(statistics, Ours.of(task, statistics));
        }
        libraries.forEach(library -> library.contender(task).ifPresent(peer -> peers.put(library, peer)));
    }

    /** Measures all in turn. */
    Json.Obj run() {
        Losses right = first(Statistics.OFF);
        Map<Library, Double> differences = new LinkedHashMap<>();
        peers.forEach((library, peer) -> differences.put(library, new Losses(peer).difference(right)));
        List<Contender> all = new ArrayList<>(ours.values());
        all.addAll(peers.values());
        double peak = Peak.gflops();
        double[] ms = race.run(all);
        peak = Math.max(peak, Peak.gflops());
        double plain = ms[Statistics.OFF.ordinal()];
        Json.Builder peerFigures = Json.object();
        int next = ours.size();
        for (Library library : peers.keySet()) {
            double difference = differences.get(library);
            peerFigures.put(library.key(), Json.object().put("ms", ms[next]).put("ratio", ms[next] / plain)
                    .put("difference", difference).put("agrees", difference <= Losses.TOLERANCE).build());
            next++;
        }
        return Json.object().put("name", task.workload().name()).put("batch", task.batch()).put("ms", plain)
                .put("gflops", work / plain / 1e6).put("peakGflops", peak)
                .put("telemetryCost", ms[Statistics.BY_DEFAULT.ordinal()] / plain - 1)
                .put("telemetryCostFull", ms[Statistics.FULL.ordinal()] / plain - 1)
                .put("memory", memory.build()).put("peers", peerFigures.build()).build();
    }

    /** The first losses, which statistics must not change. */
    private Losses first(Statistics statistics) {
        Losses losses = new Losses(ours.get(statistics));
        for (Ours other : ours.values()) {
            if (other != ours.get(statistics) && new Losses(other).difference(losses) != 0) {
                throw new IllegalStateException(task.workload().name() + ": statistics change the loss");
            }
        }
        return losses;
    }

    @Override
    public void close() {
        ours.values().forEach(Ours::close);
        peers.values().forEach(Contender::close);
    }
}
