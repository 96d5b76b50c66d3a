package dev.headwater.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gradients through time as a training writes them and inspect shows them. */
class ThroughTimeTest {
    /** Images of 6 rows of 3 pixels read row by row, 40 of them to train on: 10 steps an epoch. */
    private static final String NET = """
            {"headwater": 1,
             "nodes": [
              {"id": "in", "layer": "Input", "shape": [6, 3, 1]},
              {"id": "rows", "layer": "TimeDistributed", "from": ["in"], "of": "Flatten"},
              {"id": "lstm", "layer": "Bidirectional", "from": ["rows"], "of":
                {"layer": "LSTM", "units": 2, "returnSequences": true}},
              {"id": "gru", "layer": "GRU", "from": ["lstm"], "units": 3, "truncate": 4},
              {"id": "out", "layer": "Dense", "from": ["gru"], "units": 1, "activation": "sigmoid"}],
             "losses": [{"node": "out", "loss": "binary-cross-entropy"}],
             "data": {"source": "idx", "images": "images", "labels": "labels", "split": {"validation": 0.2}},
             "recipe": {"batch": 4, "epochs": 3, "seed": 5, "probe": {"throughTime": 4}}}
            """;

    @TempDir
    Path temp;
    private Path run;

    private static void idx(Path file, int... extents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0x800 + extents.length);
        int size = 1;
        for (int extent : extents) {
            out.writeInt(extent);
            size *= extent;
        }
        Random random = new Random(3);
        for (int i = 0; i < size; i++) {
            out.writeByte(extents.length == 1 ? i % 2 : random.nextInt(256));
        }
        Files.write(file, bytes.toByteArray());
    }

    @BeforeEach
    void train() throws IOException {
        idx(temp.resolve("images"), 50, 6, 3);
        idx(temp.resolve("labels"), 50);
        run = temp.resolve("run");
        Cli.run("train", Networks.write(temp, NET), "--quiet", "--out", run).ok();
    }

    private static double[] norms(Json.Obj profile) {
        return profile.items("throughTime").stream().mapToDouble(Json::toDouble).toArray();
    }

    @Test
    void aProfileHasANormForEachTimeStep() {
        Json.Obj last = Cli.run("inspect", run, "--through-time", "lstm", "--json").ok().json();
        assertEquals(List.of("step", "layer", "throughTime"), List.copyOf(last.members().keySet()));
        assertEquals(28, last.whole("step", -1), "the last of 30 steps that 4 divides");
        assertEquals(6, norms(last).length);
        Json.Obj first = Cli.run("inspect", run, "--through-time", "gru", "--step", "first", "--json").ok().json();
        assertEquals(0, first.whole("step", -1));
        double[] norms = norms(first);
        for (int t = 0; t < 6; t++) {
            assertEquals(t >= 2, norms[t] > 0, "truncated to 4 of 6 steps");
        }
        // the last state of the last layer gets what comes from above and nothing else
        Json.Obj frame = Cli.run("inspect", run, "--step", "first", "--layer", "gru", "--json").ok().json();
        double outside = ((Json.Obj) frame.items("layers").get(0)).object("outputGradient").number("l2", -1);
        assertEquals(1, norms[5] / outside, 1e-6);
    }

    @Test
    void tableAndCsvShowTheSame() {
        List<String> csv = Cli.run("inspect", run, "--through-time", "lstm", "--step", 12, "--format", "csv").ok().out()
                .lines().toList();
        assertEquals("step,layer,timeStep,gradientL2", csv.getFirst());
        assertEquals(7, csv.size());
        assertTrue(csv.get(1).startsWith("12,lstm,0,"), csv.get(1));
        String table = Cli.run("inspect", run, "--through-time", "lstm", "--step", 12).ok().out();
        assertTrue(table.contains("step 12") && table.contains("time step"), table);
        assertTrue(table.contains("Time step 0 receives ") && table.contains("times what time step 5 receives."),
                table);
        String cut = Cli.run("inspect", run, "--through-time", "gru").ok().out();
        assertTrue(cut.contains("Time step 0 receives nothing."), cut);
    }

    @Test
    void whatIsNotThereIsNamedWithWhatIs() throws IOException {
        Cli.run("inspect", run, "--through-time", "lstn").refused(2, "no recurrent layer 'lstn'", "'lstm'");
        Cli.run("inspect", run, "--through-time", "out").refused(2, "no recurrent layer 'out'");
        Cli.run("inspect", run, "--through-time", "lstm", "--step", 13).refused(2, "step 13", "0, 4, 8");
        Cli.run("inspect", run, "--through-time", "lstm", "--layer", "gru").refused(2, "--layer");
        Path plain = temp.resolve("plain");
        Cli.run("train", Networks.xor(temp), "--quiet", "--out", plain).ok();
        assertFalse(Files.exists(plain.resolve("telemetry/through-time.0")));
        Cli.run("inspect", plain, "--through-time", "hidden").refused(2, "no recurrent layer", "throughTime");
    }

    @Test
    void aResumedRunGoesOnInTheSameFile() {
        Path next = temp.resolve("next");
        Cli.run("train", temp.resolve("net.headwater"), "--quiet", "--out", next, "--resume", run, "--set",
                "recipe.epochs=5").ok();
        assertEquals(48, Cli.run("inspect", next, "--through-time", "lstm", "--json").ok().json().whole("step", -1));
        assertEquals(Cli.run("inspect", run, "--through-time", "lstm", "--step", 12, "--json").ok().out(),
                Cli.run("inspect", next, "--through-time", "lstm", "--step", 12, "--json").ok().out());
    }
}
