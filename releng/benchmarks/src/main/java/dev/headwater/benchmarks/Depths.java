package dev.headwater.benchmarks;

import dev.headwater.benchmarks.measure.Effort;
import dev.headwater.benchmarks.measure.Race;
import dev.headwater.benchmarks.product.Ours;
import dev.headwater.benchmarks.product.Statistics;
import dev.headwater.benchmarks.workload.ReZero;
import dev.headwater.core.json.Json;
import java.util.ArrayList;
import java.util.List;

/** How the time of a step grows with the number of layers: the same network, less deep and as deep. */
final class Depths {
    private static final int[] SHARES = {100, 10, 1};

    private Depths() {
    }

    /** The milliseconds of a step and of each layer. */
    static Json.Arr run(ReZero deepest, Effort effort) {
        int batch = deepest.batches().getFirst();
        List<ReZero> nets = new ArrayList<>();
        List<Ours> trainings = new ArrayList<>();
        try {
            for (int share : SHARES) {
                ReZero net = new ReZero(deepest.name(), deepest.layers() / share, deepest.width());
                nets.add(net);
                trainings.add(Ours.of(Ours.task(net, batch), Statistics.OFF));
            }
            double[] ms = new Race(effort).run(trainings);
            List<Json> rows = new ArrayList<>();
            for (int i = 0; i < ms.length; i++) {
                rows.add(Json.object().put("layers", nets.get(i).layers()).put("ms", ms[i])
                        .put("msPerLayer", ms[i] / nets.get(i).layers()).build());
            }
            return Json.array(rows);
        } finally {
            trainings.forEach(Ours::close);
        }
    }
}
