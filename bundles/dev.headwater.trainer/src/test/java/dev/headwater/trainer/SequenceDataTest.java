package dev.headwater.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.json.Json;
import dev.headwater.core.run.EventReader;
import dev.headwater.core.run.RunFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data with a time axis, from the file to the end of a training. */
class SequenceDataTest {
    @TempDir
    Path temp;

    private Json.Obj train(String input, int units, String activation, String loss, String data) throws Exception {
        Path net = Networks.write(temp, """
                {"headwater": 1, "nodes": [{"id": "in", "layer": "Input", "shape": %s},
                 {"id": "out", "layer": "Dense", "from": ["in"], "units": %d, "activation": "%s"}],
                 "losses": [{"node": "out", "loss": "%s"}], "data": %s, "recipe": {"epochs": 2}}""".formatted(input,
                units, activation, loss, data));
        return Cli.run("train", net, "--out", temp.resolve("run"), "--json").ok().json();
    }

    @Test
    void everyStepOfAStringIsJudged() throws Exception {
        Json.Obj result = train("[40, 7]", 7, "sigmoid", "binary-cross-entropy",
                "{\"source\": \"embedded-reber\", \"sequences\": 100, \"length\": 40}");
        assertTrue(result.object("validation").number("loss", 9) < 1);
    }

    @Test
    void aSeriesIsCutIntoWindowsThatSayTheirPart() throws Exception {
        Json.Obj result = train("[20, 1]", 1, "linear", "mse",
                "{\"source\": \"sine\", \"cut\": {\"train\": 400, \"validation\": 100, \"window\": 20}}");
        assertTrue(result.object("train").has("loss") && result.object("validation").has("loss"));
    }

    @Test
    void oneSequenceTrainsAndItsContinuationValidates() throws Exception {
        Json.Obj result = train("[300, 1]", 1, "linear", "mse",
                "{\"source\": \"narma-10\", \"standardize\": true, \"cut\": {\"train\": 300, \"validation\": 100}}");
        assertTrue(result.whole("steps", 0) == 2, "one row, two epochs");
    }

    @Test
    void aNestedSettingIsSetOnTheCommandLine() throws Exception {
        Path net = Networks.write(temp, """
                {"headwater": 1, "nodes": [{"id": "in", "layer": "Input", "shape": [30, 1]},
                 {"id": "out", "layer": "Dense", "from": ["in"], "units": 1}],
                 "losses": [{"node": "out", "loss": "mse"}], "data": {"source": "mackey-glass"},
                 "recipe": {"epochs": 1}}""");
        Cli.run("train", net, "--quiet", "--out", temp.resolve("a"), "--set", "data.cut.window=30").ok();
        Cli.run("train", net, "--quiet", "--out", temp.resolve("b")).refused(2, "[3000, 1]", "[30, 1]");
        Cli.run("train", net, "--set", "data.cut.window=5000").refused(2, "window of 5000 steps");
    }

    /** Trained at a rate of almost nothing, the epoch's mean over batches of other lengths is the score of the part. */
    @Test
    void theLossOfAnEpochCountsStepsAndNotStrings() throws Exception {
        Path net = Networks.write(temp, """
                {"headwater": 1, "nodes": [{"id": "in", "layer": "Input", "shape": [60, 7]},
                 {"id": "out", "layer": "Dense", "from": ["in"], "units": 7, "activation": "sigmoid"}],
                 "losses": [{"node": "out", "loss": "binary-cross-entropy"}],
                 "data": {"source": "embedded-reber", "sequences": 40, "length": 60},
                 "recipe": {"epochs": 1, "batch": 3, "optimizer": {"kind": "sgd", "learningRate": 1e-30}}}""");
        Json.Obj result = Cli.run("train", net, "--out", temp.resolve("run"), "--json").ok().json();
        double epoch = EventReader.read(RunFolder.open(temp.resolve("run")).events()).events().stream()
                .filter(event -> event.text("type", "").equals("epoch")).findFirst().orElseThrow().number("loss", 0);
        assertEquals(result.object("train").number("loss", 9), epoch, 1e-6);
    }
}
