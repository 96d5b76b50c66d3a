package dev.headwater.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.data.Origin;
import dev.headwater.core.optimizer.Optimizers;
import dev.headwater.core.run.RunFolder;
import dev.headwater.core.run.RunState;
import dev.headwater.trainer.input.Design;
import dev.headwater.trainer.training.Job;
import dev.headwater.trainer.training.Outcome;
import dev.headwater.trainer.training.Resumption;
import dev.headwater.trainer.training.Stop;
import dev.headwater.trainer.training.TrainingRun;
import dev.headwater.trainer.training.Watcher;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Interrupted in the middle of an epoch and resumed, every recipe ends with the bits of a training in one go. */
class ResumeEverythingTest {
    private static final List<String> SCHEDULES = List.of("\"exponential\"", "\"one-cycle\"",
            "{\"schedule\": \"warm-up\", \"steps\": 7, \"then\": \"cosine\"}",
            "{\"schedule\": \"on-plateau\", \"patience\": 0, \"threshold\": 0.5, \"factor\": 0.7}");
    private static final List<String> TREATMENTS = List.of("recipe.clip=global-norm",
            "recipe.gradientNoise={\"eta\": 0.01}", "recipe.accumulate=3",
            "recipe.stopping={\"stopping\": \"early\", \"minDelta\": 0.3, \"patience\": 3}");

    @TempDir
    Path temp;

    /** Every optimizer with every schedule, and by turns the rest. */
    static Stream<List<String>> recipes() {
        List<List<String>> all = new ArrayList<>();
        int turn = 0;
        for (String optimizer : Optimizers.ALL.names()) {
            for (String schedule : SCHEDULES) {
                all.add(List.of("recipe.optimizer=" + optimizer, "recipe.schedule=" + schedule,
                        TREATMENTS.get(turn++ % TREATMENTS.size()), "recipe.epochs=5"));
            }
            turn++;
        }
        all.add(List.of("recipe.optimizer={\"kind\": \"sgd\", \"momentum\": 0.9, \"nesterov\": true}",
                "recipe.epochs=4"));
        all.add(List.of("recipe.optimizer={\"kind\": \"rmsprop\", \"momentum\": 0.9, \"centered\": true}",
                "recipe.epochs=4"));
        String stages = "recipe.fit={\"fit\": \"stages\", \"stages\": [{\"nodes\": \"hidden\", \"epochs\": 2},"
                + " {\"nodes\": [\"out\"], \"epochs\": 1}, {\"nodes\": [\"hidden\", \"out\"]}]}";
        all.add(List.of(stages, "recipe.optimizer=nadam", "recipe.epochs=5", "recipe.clip=norm"));
        all.add(List.of(stages, "recipe.optimizer=sgd", "recipe.epochs=5", "recipe.accumulate=4"));
        String pretrained = "recipe.fit={\"fit\": \"stages\", \"stages\": [{\"fit\": \"autoencoder\", \"nodes\": \"hidden\","
                + " \"epochs\": 3, \"corruption\": 0.3}, {\"nodes\": [\"hidden\", \"out\"]}]}";
        all.add(List.of(pretrained, "recipe.optimizer=adam", "recipe.epochs=5", "recipe.clip=global-norm"));
        all.add(List.of(pretrained, "recipe.optimizer=rprop", "recipe.epochs=5", "recipe.accumulate=4"));
        return all.stream();
    }

    private Job job(List<String> recipe) throws Exception {
        Design design = Design.read(Networks.xor(temp), recipe);
        design.requireSound();
        return Job.of(design, design.data().prepare(new Origin(temp, design.network().recipe().seed())));
    }

    /** Trains until so many steps are done, or to the end. */
    private Outcome train(Job job, String name, Resumption earlier, long until) throws Exception {
        Stop stop = new Stop();
        Watcher watcher = new Watcher() {
            @Override
            public void step(long done, double loss) {
                if (done == until) {
                    stop.request();
                }
            }
        };
        return new TrainingRun(job, RunFolder.create(temp.resolve(name)), earlier, "test", watcher, stop).run();
    }

    private void resume(Job job, String from, String name, long until) throws Exception {
        try (Resumption earlier = Resumption.open(temp.resolve(from))) {
            earlier.check(job);
            train(job, name, earlier, until);
        }
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void anInterruptedTrainingEndsWithTheSameBits(List<String> recipe) throws Exception {
        Job job = job(recipe);
        Outcome whole = train(job, "whole", null, -1);
        long half = job.stepsPerEpoch() + Math.max(1, job.stepsPerEpoch() / 2);
        assertEquals(RunState.STOPPED, train(job, "begin", null, half).state());
        long boundary = 3L * job.stepsPerEpoch(); // where a stage begins, and an epoch in any case
        resume(job, "begin", "middle", boundary);
        resume(job, "middle", "rest", -1);
        Bits.assertSame(temp.resolve("whole"), temp.resolve("rest"));
        assertTrue(whole.steps() > boundary, "the training did not end before the resumption");
        assertEquals(whole.train().toString(), RunScores.train(temp.resolve("rest")));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void oneThreadAndTwoGiveTheSameBits(List<String> recipe) throws Exception {
        List<String> one = new ArrayList<>(recipe);
        one.addAll(List.of("recipe.parts=2", "recipe.threads=1", "recipe.epochs=4"));
        List<String> two = new ArrayList<>(one);
        two.add("recipe.threads=2");
        train(job(one), "one", null, -1);
        train(job(two), "two", null, -1);
        Bits.assertSame(temp.resolve("one"), temp.resolve("two"));
    }

    @Test
    void aScheduleThatSpansTheTrainingCannotBeProlonged() throws Exception {
        Path net = Networks.xor(temp);
        Path run = temp.resolve("run");
        Cli.run("train", net, "--quiet", "--set", "recipe.schedule=cosine", "--out", run).ok();
        Cli.run("train", net, "--quiet", "--set", "recipe.schedule=cosine", "--epochs", 6, "--resume", run, "--out",
                temp.resolve("never")).refused(2, "recipe.epochs is 3 there and 6 here");
        Cli.run("train", net, "--quiet", "--set", "recipe.schedule={\"schedule\": \"cosine\", \"epochs\": 3}",
                "--out", temp.resolve("short")).ok();
        Cli.run("train", net, "--quiet", "--set", "recipe.schedule={\"schedule\": \"cosine\", \"epochs\": 3}",
                "--epochs", 6, "--resume", temp.resolve("short"), "--out", temp.resolve("long")).ok();
    }
}
