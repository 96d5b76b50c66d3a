package dev.headwater.trainer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.json.Json;
import dev.headwater.core.run.Checkpoint;
import dev.headwater.core.run.Checkpoints;
import dev.headwater.core.run.RunFolder;
import dev.headwater.core.run.RunState;
import dev.headwater.core.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RidgeRunTest {
    /** Random tanh features of two inputs, and a linear read-out. */
    private static final String FEATURES = """
            {"headwater": 1,
             "nodes": [
              {"id": "in", "layer": "Input", "shape": [2]},
              {"id": "features", "layer": "Dense", "from": ["in"], "units": 60, "activation": "tanh",
               "weight": {"initializer": "lecun", "gain": 3}, "bias": "lecun"},
              {"id": "out", "layer": "Dense", "from": ["features"], "units": 1}],
             "losses": [{"node": "out", "loss": "mean-squared-error"}],
             "data": {"source": "xor", "points": 400, "split": {"validation": 0.25}},
             "recipe": {"batch": 64, "fit": {"fit": "ridge", "alpha": 0.01}}}
            """;

    @TempDir
    private Path folder;

    private static float[] weights(Path run) throws IOException {
        float[] weights = new float[60];
        try (Checkpoint checkpoint = new Checkpoints(RunFolder.open(run)).newest().checkpoint()) {
            checkpoint.read("out/weight", Shape.of(1, 60), weights, 0);
            assertEquals(1, checkpoint.progress().step());
        }
        return weights;
    }

    @Test
    void aRidgeFitLeavesARunLikeAnyOther() throws IOException {
        Path network = Networks.write(folder, FEATURES);
        Path run = folder.resolve("a");
        Json.Obj json = Cli.run("train", network, "--out", run, "--json").ok().json();
        assertEquals(1, json.number("steps", 0));
        assertEquals(1, json.number("epochs", 0));
        assertTrue(json.object("validation").number("loss", 1) < 0.1, json.toString());
        assertEquals(RunState.FINISHED, RunFolder.open(run).read().state());
        String events = Files.readString(run.resolve("events.jsonl"));
        assertTrue(events.contains("\"epoch\"") && events.contains("\"finished\""), events);
        Cli.run("inspect", run).refused(2, "it was fitted in closed form, without gradients");

        Path again = folder.resolve("b");
        Cli.run("train", network, "--out", again, "--quiet").ok();
        assertArrayEquals(weights(run), weights(again));
        Path loud = folder.resolve("loud");
        String said = Cli.run("train", network, "--out", loud).ok().out();
        assertTrue(said.contains("read-out in closed form, alpha 0.0100, seed 1"), said);
        assertTrue(said.contains("epoch 1/1"), said);
        Path resumed = folder.resolve("c");
        Cli.run("train", network, "--out", resumed, "--resume", run, "--quiet").ok();
        assertArrayEquals(weights(run), weights(resumed));
    }

    @Test
    void theResultDoesNotDependOnTheBatch() throws IOException {
        Path network = Networks.write(folder, FEATURES);
        Cli.run("train", network, "--out", folder.resolve("a"), "--quiet").ok();
        Cli.run("train", network, "--out", folder.resolve("b"), "--quiet", "--set", "recipe.batch=300").ok();
        float[] one = weights(folder.resolve("a"));
        float[] other = weights(folder.resolve("b"));
        for (int i = 0; i < one.length; i++) {
            assertEquals(one[i], other[i], 1e-3f * Math.abs(one[i]) + 1e-4f);
        }
    }

    @Test
    void aNetworkWithoutALinearReadOutIsRefused() throws IOException {
        Path network = Networks.write(folder, FEATURES.replace("\"units\": 1}",
                "\"units\": 1, \"activation\": \"sigmoid\"}"));
        Cli checked = Cli.run("check", network);
        assertEquals(1, checked.code());
        assertTrue(checked.out().contains("must be a Dense layer with the activation linear"), checked.out());
        Cli.run("train", network).refused(2, "recipe.fit", "must be a Dense layer with the activation linear");
    }
}
