package dev.headwater.trainer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.data.Origin;
import dev.headwater.core.data.Parts;
import dev.headwater.core.data.Rows;
import dev.headwater.core.data.TrainingData;
import dev.headwater.core.json.Json;
import dev.headwater.core.run.Checkpoint;
import dev.headwater.core.run.Checkpoints;
import dev.headwater.core.run.EventReader;
import dev.headwater.core.run.RunFolder;
import dev.headwater.core.telemetry.FrameReader;
import dev.headwater.core.tensor.Shape;
import dev.headwater.trainer.input.Design;
import dev.headwater.trainer.input.Failure;
import dev.headwater.trainer.input.RecipeFit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recipes as a user gives them. */
class RecipeCommandTest {
    @TempDir
    Path temp;
    private Path net;

    @BeforeEach
    void write() throws Exception {
        net = Networks.xor(temp);
    }

    private Cli train(String name, String... settings) {
        List<Object> args = new ArrayList<>(List.of("train", net, "--out", temp.resolve(name)));
        for (String setting : settings) {
            args.addAll(setting.startsWith("--") ? List.of(setting) : List.of("--set", setting));
        }
        return Cli.run(args.toArray());
    }

    /** A quantity of the step itself, step by step. */
    private double[] steps(String run, int quantity) throws Exception {
        try (FrameReader reader = FrameReader.open(RunFolder.open(temp.resolve(run)).moments())) {
            double[] values = new double[reader.header().values()];
            double[] found = new double[(int) reader.size()];
            for (int i = 0; i < found.length; i++) {
                assertTrue(reader.read(i, values));
                found[i] = values[quantity];
            }
            return found;
        }
    }

    private float[] weight(Path checkpoint, String name, int... shape) throws Exception {
        try (Checkpoint open = Checkpoint.open(checkpoint)) {
            float[] values = new float[Shape.of(shape).size()];
            open.read(name, Shape.of(shape), values, 0);
            return values;
        }
    }

    @Test
    void theLearningRateRecordedIsTheOneUsed() throws Exception {
        train("run", "recipe.schedule=exponential", "recipe.schedule.factor=0.5", "--quiet").ok();
        double[] rates = steps("run", 1);
        assertEquals(30, rates.length);
        for (int step = 0; step < 30; step++) {
            assertEquals(0.01 * Math.pow(0.5, step / 10), rates[step], 1e-17);
        }
    }

    @Test
    void aPlateauLowersTheLearningRateOnlyOnceTheEpochIsOver() throws Exception {
        train("run", "recipe.schedule={\"schedule\": \"on-plateau\", \"patience\": 0, \"threshold\": 1}", "--quiet")
                .ok();
        double[] rates = steps("run", 1);
        assertEquals(0.01, rates[19], 1e-17);
        assertEquals(0.001, rates[20], 1e-17);
    }

    @Test
    void accumulatedBatchesAreFewerStepsAndAllRows() throws Exception {
        Cli cli = train("run", "recipe.accumulate=4");
        assertTrue(cli.ok().out().contains("3 epochs of 3 steps, 64 rows a step"), cli.out());
        train("large", "recipe.batch=64", "--quiet").ok();
        double[] losses = steps("run", 0);
        double[] same = steps("large", 0);
        assertEquals(9, losses.length);
        assertArrayEquals(same, losses, 1e-5, "150 rows: 64, 64 and 22");
    }

    @Test
    void earlyStoppingEndsAndGivesTheBestNetwork() throws Exception {
        String early = "recipe.stopping={\"stopping\": \"early\", \"patience\": 2, \"minDelta\": 0.02%s}";
        String[] wild = {"recipe.optimizer=sgd", "recipe.optimizer.learningRate=30", "recipe.epochs=50"};
        Cli cli = train("best", early.formatted(""), wild[0], wild[1], wild[2]).ok();
        assertTrue(cli.out().contains("early: the validation loss did not improve for 2 epochs, its best was"),
                cli.out());
        RunFolder run = RunFolder.open(temp.resolve("best"));
        Json.Obj result = run.read().result();
        assertTrue(result.whole("epochs", 0) < 50);
        assertTrue(result.text("ended", "").contains("whose network is the result"));
        List<Double> losses = EventReader.read(run.events()).events().stream()
                .filter(event -> event.text("type", "").equals("epoch"))
                .map(event -> event.object("validation").number("loss", Double.NaN)).toList();
        int best = losses.size() - 1 - 2;
        assertEquals(losses.get(best), result.object("validation").number("loss", Double.NaN));
        assertFalse(losses.getLast().equals(losses.get(best)));
        Checkpoints checkpoints = new Checkpoints(run);
        assertEquals("checkpoint-" + 10 * (best + 1) + ".safetensors", checkpoints.best().getFileName().toString());
        assertEquals("checkpoint-" + 10 * losses.size() + ".safetensors",
                checkpoints.list().getLast().getFileName().toString(), "the last is kept to go on from");
        train("last", early.formatted(", \"restoreBest\": false"), wild[0], wild[1], wild[2]).ok();
        assertEquals(losses.getLast(), RunFolder.open(temp.resolve("last")).read().result().object("validation")
                .number("loss", Double.NaN));
        Cli again = Cli.run("train", net, "--set", early.formatted(""), "--set", wild[0], "--set", wild[1], "--epochs",
                60, "--resume", temp.resolve("best"), "--out", temp.resolve("again")).ok();
        assertEquals(result.whole("steps", -1),
                RunFolder.open(temp.resolve("again")).read().result().whole("steps", 0), again.out());
        assertEquals(result.object("validation"),
                RunFolder.open(temp.resolve("again")).read().result().object("validation"));
    }

    @Test
    void whatIsWatchedMustBeThere() throws Exception {
        Design design = Design.read(net, List.of("recipe.schedule=warm-up", "recipe.schedule.then=on-plateau"));
        TrainingData all = design.data().prepare(new Origin(temp, 1));
        RecipeFit.check(design, all);
        TrainingData data = new TrainingData(all.data(), new Parts(all.parts().train(), Rows.of(), Rows.of()), null,
                all.hash());
        Failure refusal = assertThrows(Failure.class, () -> RecipeFit.check(design, data));
        assertTrue(refusal.getMessage().startsWith("recipe.schedule watches the validation loss, but the data"));
        RecipeFit.check(Design.read(net, List.of("recipe.stopping=early", "recipe.stopping.monitor=training-loss")),
                data);
        train("never", "losses.out.loss=mean-squared-error", "recipe.stopping=early",
                "recipe.stopping.monitor=validation-accuracy").refused(2,
                        "recipe.stopping watches the validation accuracy",
                        "let its monitor be validation-loss");
    }

    @Test
    void aStageTrainsItsNodesAndFreezesTheOthers() throws Exception {
        String stages = "recipe.fit={\"fit\": \"stages\", \"stages\": [{\"nodes\": [\"hidden\"], \"epochs\": 1},"
                + " {\"nodes\": [\"out\"]}]}";
        train("start", "recipe.optimizer.learningRate=1e-30", "recipe.epochs=1", "--quiet").ok();
        float[] hidden = weight(temp.resolve("start/checkpoint-10.safetensors"), "hidden/weight", 4, 2);
        float[] out = weight(temp.resolve("start/checkpoint-10.safetensors"), "out/weight", 1, 4);
        train("run", stages, "recipe.epochs=2", "--quiet").ok();
        Path end = temp.resolve("run/checkpoint-20.safetensors");
        assertFalse(java.util.Arrays.equals(out, weight(end, "out/weight", 1, 4)));
        train("one", "recipe.fit={\"fit\": \"stages\", \"stages\": [{\"nodes\": [\"hidden\"]}]}", "recipe.epochs=1",
                "--quiet").ok();
        Path one = temp.resolve("one/checkpoint-10.safetensors");
        assertArrayEquals(out, weight(one, "out/weight", 1, 4), "frozen in the first stage");
        assertFalse(java.util.Arrays.equals(hidden, weight(one, "hidden/weight", 4, 2)));
        assertArrayEquals(weight(one, "hidden/weight", 4, 2), weight(end, "hidden/weight", 4, 2),
                "frozen in the second");
    }

    @Test
    void clippingIsRecorded() throws Exception {
        train("run", "recipe.clip=global-norm", "recipe.clip.threshold=1e-3", "--quiet").ok();
        for (int step = 0; step < 30; step++) {
            assertTrue(steps("run", 2)[step] > 1e-3);
            assertEquals(1, steps("run", 3)[step], 1e-12);
        }
    }

    @Test
    void everyOptimizerLearnsXor() {
        for (String optimizer : List.of("{\"kind\": \"sgd\", \"learningRate\": 0.3, \"momentum\": 0.9,"
                + " \"nesterov\": true}", "{\"kind\": \"adamw\", \"learningRate\": 0.02}",
                "{\"kind\": \"nadam\", \"learningRate\": 0.02}", "{\"kind\": \"rmsprop\", \"learningRate\": 0.01}",
                "{\"kind\": \"adagrad\", \"learningRate\": 0.2}", "{\"kind\": \"lion\", \"learningRate\": 0.003}")) {
            assertLearns(optimizer, "recipe.batch=16");
        }
        assertLearns("rprop", "recipe.batch=1000");
    }

    private void assertLearns(String optimizer, String batch) {
        Json.Obj result = train("learn" + Math.abs(optimizer.hashCode()), "recipe.optimizer=" + optimizer, batch,
                "recipe.epochs=100", "nodes.hidden.units=8", "--json").ok().json();
        double accuracy = result.object("train").number("accuracy", 0);
        assertTrue(accuracy > 0.9, optimizer + " " + accuracy);
    }
}
