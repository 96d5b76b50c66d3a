package dev.headwater.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.json.Json;
import dev.headwater.core.run.Checkpoints;
import dev.headwater.core.run.NamedTensor;
import dev.headwater.core.run.RunFolder;
import dev.headwater.core.run.WeightsFile;
import dev.headwater.core.tensor.Shape;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightsTest {
    @TempDir
    Path temp;

    private Path net;
    private Path run;

    @BeforeEach
    void trained() throws Exception {
        net = Networks.xor(temp);
        run = temp.resolve("run");
        Cli.run("train", net, "--quiet", "--out", run).ok();
    }

    private static float[] values(Path file, String name, Shape shape) throws Exception {
        float[] values = new float[shape.size()];
        try (WeightsFile weights = WeightsFile.open(file)) {
            weights.read(name, shape, FloatBuffer.wrap(values));
        }
        return values;
    }

    private Path export(String name, Object... more) {
        Path out = temp.resolve(name);
        List<Object> args = new ArrayList<>(List.of("weights", "export", run, "--out", out));
        args.addAll(List.of(more));
        Cli.run(args.toArray()).ok();
        return out;
    }

    @ParameterizedTest
    @ValueSource(strings = {"w.npz", "w.safetensors"})
    void aTrainingBeginsWithWhatAnotherLeft(String name) throws Exception {
        Path file = export(name);
        try (WeightsFile weights = WeightsFile.open(file)) {
            assertEquals(List.of("hidden/weight", "hidden/bias", "out/weight", "out/bias"), weights.names());
            assertEquals(List.of(4, 2), weights.extents("hidden/weight"));
        }
        Path next = temp.resolve("next");
        // A learning rate of almost nothing leaves them as they are, to the bit.
        Cli.run("train", net, "--quiet", "--out", next, "--weights", file, "--epochs", 1, "--set",
                "recipe.optimizer.learningRate=1e-30").ok();
        run = next;
        Path again = export("again-" + name);
        for (String tensor : List.of("hidden/weight", "out/weight")) {
            Shape shape = tensor.equals("hidden/weight") ? Shape.of(4, 2) : Shape.of(1, 4);
            assertEquals(FloatBuffer.wrap(values(file, tensor, shape)), FloatBuffer.wrap(values(again, tensor,
                    shape)));
        }
        assertTrue(Files.readString(next.resolve("events.jsonl")).contains(name), "the events say so");
    }

    @Test
    void aCheckpointIsAWeightsFile() throws Exception {
        Path checkpoint = new Checkpoints(RunFolder.open(run)).list().getLast();
        Cli.run("train", net, "--quiet", "--out", temp.resolve("b"), "--weights", checkpoint).ok();
    }

    @Test
    void exportSaysWhatItWrote() {
        Json.Obj said = Cli.run("weights", "export", run, "--out", temp.resolve("x.npz"), "--checkpoint", "best",
                "--json").ok().json();
        assertEquals("npz", said.text("format", ""));
        assertEquals(4, said.items("tensors").size());
        Path plain = temp.resolve("plain");
        assertTrue(Cli.run("weights", "export", run, "--out", plain, "--format", "npz").ok().out().contains(
                "4 tensors, 17 numbers"));
        Cli.run("weights", "export", run, "--out", plain).refused(2, "exists already");
        Cli.run("weights", "export", temp, "--out", temp.resolve("y")).refused(2, "run.json");
        Cli.run("weights", "export", run).refused(2, "--out");
    }

    private Path write(String name, NamedTensor... tensors) throws Exception {
        Path file = temp.resolve(name);
        WeightsFile.write(file, WeightsFile.Format.NPZ, Map.of(), List.of(tensors));
        return file;
    }

    private static NamedTensor tensor(String name, int... extents) {
        Shape shape = Shape.of(extents);
        return NamedTensor.of(name, shape, new float[shape.size()], 0);
    }

    @Test
    void whatDoesNotFitIsListedBeforeAnythingIsMade() throws Exception {
        Path file = write("f.npz", tensor("hidden/weight", 4, 2), tensor("hiden/bias", 4), tensor("out/weight", 4, 1),
                tensor("out/bias", 1));
        Path out = temp.resolve("none");
        Cli.run("train", net, "--out", out, "--weights", file).refused(2, "f.npz",
                "out/weight has the shape [4, 1] there and [1, 4] here", "it lacks hidden/bias",
                "the network has no hiden/bias (is it hidden/bias?)", "--weights-partial");
        assertFalse(Files.exists(out));
        Cli partly = Cli.run("train", net, "--out", out, "--epochs", 1, "--weights", file, "--weights-partial").ok();
        assertTrue(partly.err().contains("not taken over: out/weight"), partly.err());
    }

    @Test
    void filesThatCannotBeAreRefused() throws Exception {
        Path nothing = write("n.npz", tensor("other", 1));
        Cli.run("train", net, "--weights", nothing, "--weights-partial").refused(2, "nothing fits");
        Cli.run("train", net, "--weights", temp.resolve("no.npz")).refused(2, "does not exist");
        Cli.run("train", net, "--weights", temp).refused(2, "is not a file");
        Cli.run("train", net, "--weights", net).refused(2, "net.headwater");
        Cli.run("train", net, "--weights", nothing, "--resume", run).refused(2, "--resume");
        Cli.run("train", net, "--weights-partial").refused(2, "--weights FILE");
        float[] infinite = {1, 2, 3, Float.POSITIVE_INFINITY};
        Path bad = write("i.npz", tensor("hidden/weight", 4, 2), NamedTensor.of("hidden/bias", Shape.of(4), infinite,
                0),
                tensor("out/weight", 1, 4), tensor("out/bias", 1));
        Cli.run("train", net, "--out", temp.resolve("inf"), "--quiet", "--weights", bad).refused(2, "Infinity",
                "hidden/bias");
    }
}
