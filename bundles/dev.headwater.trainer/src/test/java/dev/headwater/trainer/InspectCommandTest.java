package dev.headwater.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.json.Json;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
    @TempDir
    Path temp;
    private Path run;

    @BeforeEach
    void train() throws Exception {
        run = temp.resolve("run");
        Cli.run("train", Networks.xor(temp), "--quiet", "--out", run).ok();
    }

    @Test
    void theJsonHasTheKeysThatScriptsRelyOn() {
        Json.Obj frame = Cli.run("inspect", run, "--step", 7, "--json").ok().json();
        assertEquals(List.of("step", "covers", "layers"), List.copyOf(frame.members().keySet()));
        assertEquals("[7,7]", frame.get("covers").toString());
        assertEquals(List.of("in", "hidden", "out"),
                frame.items("layers").stream().map(layer -> ((Json.Obj) layer).text("id", "")).toList());
        Json.Obj hidden = (Json.Obj) frame.items("layers").get(1);
        assertEquals(List.of("id", "kind", "depth", "parameterGradient", "parameters", "outputGradient", "output",
                "updateRatio"), List.copyOf(hidden.members().keySet()));
        assertEquals(List.of("l2", "mean", "std", "min", "max", "zeros", "nonFinite"),
                List.copyOf(hidden.object("parameterGradient").members().keySet()));
        assertEquals(List.of("mean", "std", "saturated", "dead"),
                List.copyOf(hidden.object("output").members().keySet()));
        Json.Obj weight = (Json.Obj) hidden.items("parameters").get(0);
        assertEquals(List.of("name", "gradient", "updateRatio"), List.copyOf(weight.members().keySet()));
        Json.Obj out = (Json.Obj) frame.items("layers").get(2);
        assertEquals("logits", out.object("outputGradient").text("at", null));
        assertTrue(((Json.Obj) frame.items("layers").get(0)).get("parameterGradient") instanceof Json.Null);
    }

    @Test
    void formatJsonIsTheSameAsJson() {
        assertEquals(Cli.run("inspect", run, "--json").ok().out(),
                Cli.run("inspect", run, "--format", "json").ok().out());
    }

    @Test
    void firstAndLastAreStepsToo() {
        assertEquals(0, Cli.run("inspect", run, "--step", "first", "--json").ok().json().whole("step", -1));
        assertEquals(29, Cli.run("inspect", run, "--step", "last", "--json").ok().json().whole("step", -1));
    }

    @Test
    void csvHasALineForEachLayerAndParameter() {
        List<String> lines = Cli.run("inspect", run, "--format", "csv").ok().out().lines().toList();
        assertEquals(1 + 3 + 4, lines.size());
        int columns = lines.getFirst().split(",", -1).length;
        lines.forEach(line -> assertEquals(columns, line.split(",", -1).length, line));
    }

    @Test
    void oneLayerAlone() {
        assertEquals(1, Cli.run("inspect", run, "--layer", "hidden", "--json").ok().json().items("layers").size());
        Cli.run("inspect", run, "--layer", "hiden").refused(2, "'hiden'", "'hidden'");
    }

    @Test
    void aStepThatIsNotThereNamesThoseThatAre() {
        Cli.run("inspect", run, "--step", 30).refused(2, "30", "0 to 29");
        Cli.run("inspect", run, "--step", "-1").refused(2, "--step");
        Cli.run("inspect", temp.resolve("nothing")).refused(2, "nothing", "does not exist");
    }

    @Test
    void aFlippedByteCostsItsFrameAlone() throws Exception {
        Path moments = run.resolve("telemetry/moments.0");
        long size = Files.size(moments);
        try (RandomAccessFile file = new RandomAccessFile(moments.toFile(), "rw")) {
            file.seek(size - 100);
            int value = file.read();
            file.seek(size - 100);
            file.write(value ^ 0x40);
        }
        Cli cli = Cli.run("inspect", run, "--json").ok();
        assertEquals(28, cli.json().whole("step", -1));
        assertTrue(cli.err().contains("1 recorded step"), cli.err());
        Cli.run("inspect", run, "--step", 29).refused(2, "0 to 28", "1 damaged frame");
    }

    @Test
    void aTornLastFrameCostsItselfAlone() throws Exception {
        Path moments = run.resolve("telemetry/moments.0");
        try (RandomAccessFile file = new RandomAccessFile(moments.toFile(), "rw")) {
            file.setLength(file.length() - 10);
        }
        assertEquals(28, Cli.run("inspect", run, "--json").ok().json().whole("step", -1));
    }

    @Test
    void aDamagedRecordIsRefusedWithItsName() throws Exception {
        Files.writeString(run.resolve("run.json"), "{\"format\": 1");
        Cli.run("inspect", run).refused(2, "run.json");
    }
}
