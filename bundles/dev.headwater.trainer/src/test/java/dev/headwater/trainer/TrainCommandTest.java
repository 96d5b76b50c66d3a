package dev.headwater.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.json.Json;
import dev.headwater.core.run.Checkpoints;
import dev.headwater.core.run.RunFolder;
import dev.headwater.core.run.RunRecord;
import dev.headwater.core.run.RunState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
    @TempDir
    Path temp;

    @Test
    void theJsonHasTheKeysThatScriptsRelyOn() throws Exception {
        Json.Obj result = Cli.run("train", Networks.xor(temp), "--json", "--out", temp.resolve("run")).ok().json();
        assertEquals(List.of("run", "steps", "epochs", "seconds", "stepsPerSecond", "train", "validation", "usage",
                "blas"),
                List.copyOf(result.members().keySet()));
        assertEquals(temp.resolve("run").toString(), result.text("run", null));
        assertEquals(30, result.whole("steps", -1));
        assertEquals(3, result.whole("epochs", -1));
        double rate = result.number("steps", 0) / result.number("seconds", 0);
        assertEquals(rate, result.number("stepsPerSecond", 0), rate * 1e-9);
        for (String part : List.of("train", "validation")) {
            assertTrue(result.object(part).number("loss", -1) > 0);
            double accuracy = result.object(part).number("accuracy", -1);
            assertTrue(accuracy >= 0 && accuracy <= 1);
        }
        assertTrue(result.object("usage").whole("nativeBytes", 0) > 33 * 4, "more than the parameters");
        double waited = result.object("usage").number("waitedForData", -1);
        assertTrue(waited >= 0 && waited <= 1);
        assertFalse(result.object("blas").text("kernel", "").isEmpty());
        assertTrue(result.object("blas").number("gflops", 0) > 0);
    }

    @Test
    void theRunFolderHoldsRecordEventsTelemetryAndCheckpoints() throws Exception {
        Path out = temp.resolve("run");
        Cli.run("train", Networks.xor(temp), "--quiet", "--out", out).ok();
        RunFolder folder = RunFolder.open(out);
        RunRecord run = folder.read();
        assertEquals(RunState.FINISHED, run.state());
        assertEquals(5, run.settings().seed());
        assertEquals(List.of("in", "hidden", "out"), run.layers().stream().map(layer -> layer.id()).toList());
        assertEquals("logits", run.layers().getLast().at().word());
        assertEquals(30, run.result().whole("steps", -1));
        assertTrue(Files.exists(folder.moments()) && Files.exists(folder.histograms()));
        assertEquals(5, Files.readAllLines(folder.events()).size());
        try (var checkpoint = new Checkpoints(folder).newest().checkpoint()) {
            assertEquals(30, checkpoint.progress().step());
            assertEquals(3, checkpoint.progress().epoch());
        }
        assertFalse(new Checkpoints(folder).best() == null);
    }

    @Test
    void aRegressionHasNoAccuracyAndNoValidationWithoutASplit() throws Exception {
        Files.writeString(temp.resolve("t.csv"), "x,label\n" + "1,2.5\n2,4.5\n3,6.5\n4,8.5\n".repeat(10));
        Path net = Networks.write(temp, """
                {"headwater": 1, "nodes": [{"id": "in", "layer": "Input", "shape": [1]},
                 {"id": "out", "layer": "Dense", "from": ["in"], "units": 1}],
                 "losses": [{"node": "out", "loss": "mean-squared-error"}],
                 "data": {"source": "csv", "file": "t.csv", "label": "label"}}""");
        Json.Obj result = Cli.run("train", net, "--json", "--out", temp.resolve("run")).ok().json();
        assertTrue(result.object("train").get("accuracy") instanceof Json.Null);
        assertTrue(result.get("validation") instanceof Json.Null || result.get("validation") instanceof Json.Obj);
    }

    @Test
    void withoutATerminalEveryEpochIsALine() throws Exception {
        Cli cli = Cli.run("train", Networks.xor(temp), "--out", temp.resolve("run")).ok();
        assertEquals(3, cli.out().lines().filter(line -> line.startsWith("epoch ")).count());
        assertFalse(cli.out().contains("\r"));
        assertEquals("", cli.err());
    }

    @Test
    void quietShowsNoProgressButTheTable() throws Exception {
        Cli cli = Cli.run("train", Networks.xor(temp), "--quiet", "--out", temp.resolve("run")).ok();
        assertEquals(0, cli.out().lines().filter(line -> line.startsWith("epoch ")).count());
        assertTrue(cli.out().contains("Gradients reach the first layer"), cli.out());
    }

    @Test
    void noLineIsWiderThanAHundredColumns() throws Exception {
        Path net = Networks.xor(temp);
        Path out = temp.resolve("run");
        String text = Cli.run("train", Cli.example("circle-healthy"), "--epochs", 2, "--out", out).ok().out()
                + Cli.run("inspect", out).ok().out() + Cli.run("catalog").ok().out() + Cli.run("check", net).ok().out()
                + Cli.run("--help").ok().out() + Cli.run("train", "--help").ok().out()
                + Cli.run("inspect", "--help").ok().out();
        text.lines().filter(line -> !line.contains(temp.toString()) && !line.contains(Cli.root().toString()))
                .forEach(line -> assertTrue(line.length() <= 100, line));
    }

    @Test
    void seedAndEpochsAreShortForTwoSettings() throws Exception {
        Path net = Networks.xor(temp);
        Json.Obj a = Cli.run("train", net, "--json", "--seed", 9, "--epochs", 2, "--out", temp.resolve("a")).ok()
                .json();
        Json.Obj b = Cli.run("train", net, "--json", "--set", "recipe.seed=9", "--set", "recipe.epochs=2", "--out",
                temp.resolve("b")).ok().json();
        Json.Obj c = Cli.run("train", net, "--json", "--seed", 10, "--epochs", 2, "--out", temp.resolve("c")).ok()
                .json();
        assertEquals(20, a.whole("steps", 0));
        assertEquals(a.get("train"), b.get("train"));
        assertFalse(a.get("train").equals(c.get("train")));
    }

    @Test
    void pathsOfDataOnTheCommandLineAreRelativeToTheWorkingFolder() throws Exception {
        Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
        Path net = Networks.table(elsewhere, "a,b,label\n" + "1,2,0\n3,4,1\n".repeat(10));
        Path data = Files.move(elsewhere.resolve("table.csv"), temp.resolve("moved.csv"));
        Cli.run("train", net, "--quiet", "--out", temp.resolve("a")).refused(2, "table.csv", "data.file");
        Path relative = Path.of("").toAbsolutePath().relativize(data);
        Cli.run("train", net, "--quiet", "--out", temp.resolve("a"), "--set", "data.file=" + relative).ok();
    }

    @Test
    void theOutFolderMustNotExist() throws Exception {
        Path net = Networks.xor(temp);
        Path out = Files.createDirectory(temp.resolve("there"));
        Cli.run("train", net, "--out", out).refused(2, "exists already");
        assertEquals(0, out.toFile().list().length);
        Json.Obj error = Cli.run("train", net, "--json", "--out", out).json().object("error");
        assertEquals(List.of("message", "file", "line", "column", "node"), List.copyOf(error.members().keySet()));
    }

    @Test
    void twoThreadsGiveTheSameBitsAsOne() throws Exception {
        Path net = Networks.xor(temp);
        for (int threads = 1; threads <= 2; threads++) {
            Cli.run("train", net, "--quiet", "--set", "recipe.parts=2", "--set", "recipe.threads=" + threads, "--out",
                    temp.resolve("run" + threads)).ok();
        }
        Bits.assertSame(temp.resolve("run1"), temp.resolve("run2"));
    }
}
