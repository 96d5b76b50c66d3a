package dev.headwater.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.headwater.core.engine.Backend;
import dev.headwater.trainer.reproduction.Claim;
import dev.headwater.trainer.reproduction.Judge;
import dev.headwater.trainer.reproduction.Reproduction;
import dev.headwater.trainer.reproduction.Reproductions;
import dev.headwater.trainer.reproduction.Scope;
import dev.headwater.trainer.reproduction.Trials;
import dev.headwater.trainer.text.Numbers;
import dev.headwater.trainer.training.Stop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A small version of what {@code reproduce} makes, with one seed: only what a right engine reaches with much room. How
 * the figures are distributed is for {@code reproduce} to say. Each task's time is printed, and what {@code ./test}
 * prints of it.
 */
class QuickTasksTest {
    private static final long SEED = 1;
    /** What has no small version worth a test's time. */
    private static final Set<String> FULL_ONLY = Set.of("lstm-long");

    private static Trials trials;
    private static double together;

    /** A figure of a reproduction, and what it has to be. */
    private record Task(String reproduction, String figure, Judge judge) {
        @Override
        public String toString() {
            return reproduction + ", " + figure;
        }
    }

    private static List<Task> tasks() {
        return List.of(
                new Task("circle", "sigmoid, He uniform", Judge.atMost(0.55)),
                new Task("circle", "tanh, Xavier uniform", Judge.atLeast(0.65)),
                new Task("dying-relu", "leaky ReLU 0.3, He: accuracy", Judge.atLeast(0.3)),
                new Task("thirty-layers", "ReLU from Xavier: accuracy", Judge.atMost(0.2)),
                new Task("thirty-layers", "ReLU from He: accuracy", Judge.atLeast(0.3)),
                new Task("thirty-layers", "sigmoid: accuracy", Judge.atMost(0.2)),
                new Task("thirty-layers", "sigmoid with BatchNorm: accuracy", Judge.atLeast(0.4)),
                new Task("plain-residual", "dense: loss, plain / residual", Judge.atLeast(1)),
                new Task("selu-batchnorm", "SELU: accuracy", Judge.atLeast(0.5)),
                new Task("lsuv", "tanh from LSUV: accuracy", Judge.atLeast(0.5)),
                new Task("fixup", "Fixup: accuracy", Judge.atLeast(0.5)),
                new Task("fixup", "He everywhere: accuracy", Judge.atMost(0.5)),
                new Task("lstm-1997", "noise-free lag 20: sequences", Judge.effort(5040, 3)),
                new Task("lstm-1997", "noise-free lag 20, plain RNN: sequences", Judge.never()),
                new Task("lstm-1997", "temporal order 6a: sequences", Judge.effort(31_390, 3)),
                new Task("lstm-1997", "adding, T = 100: sequences", Judge.effort(74_000, 3)),
                new Task("lstm-1997", "embedded Reber: sequences", Judge.effort(8_440, 3)),
                new Task("irnn-gru", "IRNN: squared error", Judge.atMost(0.08)),
                new Task("irnn-gru", "GRU: squared error", Judge.atMost(0.08)),
                new Task("clipped-rnn", "clipped at 1: sequences", Judge.always()),
                new Task("mackey-glass", "NRMSE84, delay 17", Judge.between(1e-5, 5e-3)),
                new Task("mackey-glass", "NRMSE84, delay 30", Judge.atMost(0.5)),
                new Task("narma", "NMSE, 200 units", Judge.atMost(0.15)),
                new Task("memory-capacity", "capacity, linear units", Judge.between(14, 20.5)),
                new Task("memory-capacity", "capacity, tanh units, strong input", Judge.atMost(14)));
    }

    @BeforeAll
    static void begin() throws IOException {
        Backend.start(notice -> {
        });
        trials = new Trials(new Stop(), "test");
    }

    @AfterAll
    static void end() throws IOException {
        trials.close();
        say("all of them", together);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tasks")
    void aQuickTaskComesOut(Task task) throws Exception {
        Claim claim = reproduction(task.reproduction()).claims(new Scope(true, folder(task))).stream().filter(one -> one
                .what().equals(task.figure())).findFirst().orElseThrow();
        long began = System.nanoTime();
        double[] value = {Double.NaN};
        try {
            value[0] = claim.measure().of(trials, SEED);
        } finally {
            trials.clear();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        together += seconds;
        say(task + ": " + (Double.isNaN(value[0]) ? "none" : Numbers.real(value[0])), seconds);
        assertEquals(true, task.judge().of(value), () -> task + ": allowed is " + task.judge().allowed() + ", was "
                + Arrays.toString(value));
    }

    @Test
    void everyReproductionHasAQuickTask() {
        Set<String> quick = tasks().stream().map(Task::reproduction).collect(Collectors.toCollection(TreeSet::new));
        quick.addAll(FULL_ONLY);
        assertEquals(Reproductions.ALL.stream().map(Reproduction::name).collect(Collectors.toCollection(TreeSet::new)),
                quick);
    }

    private static Reproduction reproduction(String name) {
        return Reproductions.ALL.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    /** Where the task's data lie; without the digits those who need them are skipped. */
    private static Path folder(Task task) {
        if (!reproduction(task.reproduction()).about().contains("--data")) {
            return Cli.example("circle-relu").getParent();
        }
        String shared = System.getProperty("headwater.shared");
        Path digits = shared == null ? null : Path.of(shared, "data", "mnist-10k");
        assumeTrue(digits != null && Files.isDirectory(digits), task + ": the MNIST files are not here");
        return digits;
    }

    /** The line that {@code ./test} looks for. */
    private static void say(String what, double seconds) {
        System.out.printf(Locale.ROOT, "Quick task %s (%.1f s)%n", what, seconds);
    }
}
