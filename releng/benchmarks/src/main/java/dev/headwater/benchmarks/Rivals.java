package dev.headwater.benchmarks;

import dev.headwater.benchmarks.measure.Losses;
import dev.headwater.benchmarks.workload.Contender;
import dev.headwater.benchmarks.workload.Library;
import dev.headwater.benchmarks.workload.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Other libraries' trainings of a task, each with how far its losses are from the product's. */
final class Rivals implements AutoCloseable {
    /**
     * One of them.
     *
     * @param difference of its first losses to the product's, relative to these
     */
    record Rival(Library library, Contender contender, double difference) {
        boolean agrees() {
            return difference <= Losses.TOLERANCE;
        }
    }

    private final List<Rival> rivals = new ArrayList<>();

    /** All that have such a training; who cannot do it is left out with a sentence. */
    Rivals(Task task, List<Library> libraries, Losses right) {
        for (Library library : libraries) {
            try {
                Optional<Contender> made = library.contender(task);
                if (made.isPresent()) {
                    rivals.add(new Rival(library, made.get(), new Losses(made.get()).difference(right)));
                }
            } catch (RuntimeException | LinkageError e) {
                System.err.println("headwater: " + library.key() + " cannot train " + task.workload().name() + " ("
                        + e + "); going on without it");
            }
        }
    }

    List<Rival> all() {
        return rivals;
    }

    @Override
    public void close() {
        rivals.forEach(rival -> rival.contender().close());
    }
}
