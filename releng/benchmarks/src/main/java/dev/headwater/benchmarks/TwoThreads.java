package dev.headwater.benchmarks;

import dev.headwater.benchmarks.measure.Effort;
import dev.headwater.benchmarks.measure.Race;
import dev.headwater.benchmarks.product.Headwater;
import dev.headwater.benchmarks.product.Ours;
import dev.headwater.benchmarks.workload.Contender;
import dev.headwater.benchmarks.workload.Library;
import dev.headwater.benchmarks.workload.Task;
import dev.headwater.core.json.Json;
import java.util.ArrayList;
import java.util.List;

/** A step on two threads against the same on one, and against libraries that can be told how many threads to use. */
record TwoThreads(Task task, Effort effort) {
    private static final int TWO = 2;

    /** A library's training that has two threads while it is its turn. */
    private record Wide(Contender training, Library library) implements Contender {
        @Override
        public void enter() {
            library.useThreads(TWO);
            training.step(); // its threads are there from now on
        }

        @Override
        public void leave() {
            library.useThreads(1);
        }

        @Override
        public void step() {
            training.step();
        }

        @Override
        public double loss() {
            return training.loss();
        }

        @Override
        public void close() {
            // belongs to others
        }
    }

    /** Measures all in turn: the product on one thread, on two, and the others on two. */
    Json.Obj run(Ours one, Rivals rivals) {
        List<Contender> all = new ArrayList<>();
        all.add(one);
        List<Library> others = new ArrayList<>();
        try (Headwater two = new Headwater(task, 0, TWO)) {
            all.add(two);
            for (Rivals.Rival rival : rivals.all()) {
                if (rival.library().useThreads(TWO)) {
                    rival.library().useThreads(1);
                    others.add(rival.library());
                    all.add(new Wide(rival.contender(), rival.library()));
                }
            }
            double[] ms = new Race(effort).run(all);
            Json.Builder peers = Json.object();
            for (int i = 0; i < others.size(); i++) {
                peers.put(others.get(i).key(), Json.object().put("ms", ms[i + 2]).put("ratio", ms[i + 2] / ms[1])
                        .build());
            }
            return Json.object().put("ms", ms[1]).put("speedup", ms[0] / ms[1]).put("peers", peers.build()).build();
        }
    }
}
