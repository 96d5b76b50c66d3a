package dev.headwater.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.json.Json;
import dev.headwater.core.run.EventReader;
import dev.headwater.core.run.RunFolder;
import dev.headwater.core.run.WeightsFile;
import dev.headwater.core.telemetry.FrameReader;
import dev.headwater.core.telemetry.LayerRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Greedy pretraining without targets, as a user asks for it. */
class AutoencoderRunTest {
    private static final String NET = """
            {"headwater": 1, "nodes": [{"id": "in", "layer": "Input", "shape": [2]},
             {"id": "deep", "block": "layer", "from": ["in"], "repeat": 2},
             {"id": "out", "layer": "Dense", "from": ["deep"], "units": 1, "activation": "sigmoid"}],
             "blocks": {"layer": {"nodes": [{"id": "d", "layer": "Dense", "from": ["$in"], "units": 8,
              "activation": "tanh"}], "out": "d"}},
             "losses": [{"node": "out", "loss": "binary-cross-entropy"}],
             "data": {"source": "xor", "points": 200, "split": {"validation": 0.25}},
             "recipe": {"optimizer": {"kind": "adam", "learningRate": 0.01}, "batch": 16, "epochs": 9, "seed": 5,
              "fit": {"fit": "stages", "stages": [
               {"fit": "autoencoder", "nodes": ["deep.1/d"], "epochs": 4},
               {"fit": "autoencoder", "nodes": ["deep.2/d"], "epochs": 4, "corruption": 0.2},
               {"nodes": ["deep", "out"]}]}}}
            """;

    @TempDir
    Path temp;

    private static List<Json.Obj> epochs(Path run) throws Exception {
        return EventReader.read(RunFolder.open(run).events()).events().stream()
                .filter(event -> event.text("type", "").equals("epoch")).toList();
    }

    @Test
    void layersLearnToReconstructOneAfterTheOther() throws Exception {
        Path run = temp.resolve("run");
        Json.Obj result = Cli.run("train", Networks.write(temp, NET), "--out", run, "--json").ok().json();
        List<Json.Obj> epochs = epochs(run);
        assertEquals(9, epochs.size());
        assertTrue(epochs.get(3).number("loss", 9) < 0.5 * epochs.get(0).number("loss", 0), epochs.toString());
        assertTrue(epochs.get(7).number("loss", 9) < 0.5 * epochs.get(4).number("loss", 0), epochs.toString());
        assertEquals(Json.NULL, epochs.get(7).object("validation").get("accuracy"), "nothing is answered yet");
        assertTrue(result.object("validation").number("accuracy", -1) >= 0);
        assertEquals(List.of("in", "deep.1/d", "deep.2/d", "out"), RunFolder.open(run).read().layers().stream().map(
                LayerRow::id).toList(), "decoders are no layers of the network");
        try (FrameReader reader = FrameReader.open(RunFolder.open(run).moments())) {
            assertEquals(90, reader.size(), "every step of every stage is recorded");
            double[] values = new double[reader.header().values()];
            for (int i = 0; i < 40; i++) {
                assertTrue(reader.read(i, values) && values[2] > 0, "the gradient of the stage at step " + i);
            }
        }
    }

    @Test
    void theDecoderIsThrownAway() throws Exception {
        Path run = temp.resolve("run");
        Path net = Networks.write(temp, NET);
        Cli.run("train", net, "--out", run, "--quiet").ok();
        Path weights = temp.resolve("w.safetensors");
        Cli.run("weights", "export", run, "--out", weights).ok();
        try (WeightsFile file = WeightsFile.open(weights)) {
            assertEquals(Set.of("deep.1/d/weight", "deep.1/d/bias", "deep.2/d/weight", "deep.2/d/bias", "out/weight",
                    "out/bias"), Set.copyOf(file.names()));
        }
        Cli.run("train", net, "--weights", weights, "--quiet", "--out", temp.resolve("more")).ok();
    }

    @Test
    void aWholeTrainingCanBeAnAutoencoder() throws Exception {
        Path run = temp.resolve("run");
        Json.Obj result = Cli.run("train", Networks.write(temp, NET), "--out", run, "--json", "--set",
                "recipe.fit.stages=[{\"fit\": \"autoencoder\", \"nodes\": [\"deep\"]}]").ok().json();
        assertTrue(result.object("validation").number("loss", 9) < 0.1);
        assertEquals(Json.NULL, result.object("validation").get("accuracy"));
    }

    @Test
    void conditioningLooksAtTheDesignAlone() throws Exception {
        Cli.run("train", Networks.write(temp, NET), "--out", temp.resolve("run"), "--quiet", "--set",
                "recipe.conditioning=lsuv").ok();
        Cli.run("train", Networks.write(temp, NET), "--out", temp.resolve("same"), "--quiet", "--set",
                "recipe.conditioning=lsuv").ok();
        Bits.assertSame(temp.resolve("run"), temp.resolve("same"));
    }

    @Test
    void whatDoesNotFitIsSaidBeforeTheTraining() throws Exception {
        Path net = Networks.write(temp, NET);
        Cli.run("train", net, "--quiet", "--set", "recipe.fit.stages.0.loss=binary-cross-entropy").refused(2,
                "node in", "is reconstructed in stage 1 of recipe.fit by a loss for values in [0, 1], but row ",
                "use mean-squared-error there");
        Cli.run("train", net, "--quiet", "--set", "recipe.fit.stages.1.nodes=[\"out\"]").refused(2,
                "stage 2 of recipe.fit reconstructs from 'out', which a loss judges");
    }
}
