package dev.headwater.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonReader;
import dev.headwater.core.run.RunFolder;
import dev.headwater.core.run.RunState;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The ways in which a training in a process of its own comes to an early end. */
@Timeout(120)
class ChildProcessTest {
    @TempDir
    Path temp;
    private Process child;

    private Path out() {
        return temp.resolve("run");
    }

    private void start(String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), Main.class
                        .getName(),
                "train", Cli.example("circle-healthy").toString(), "--epochs", "100000000", "--out", out().toString()));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("OMP_NUM_THREADS", "1");
        builder.redirectOutput(temp.resolve("out").toFile()).redirectError(temp.resolve("err").toFile());
        child = builder.start();
        while (!Files.exists(out().resolve("events.jsonl")) || Files.readAllLines(out().resolve("events.jsonl"))
                .size() < 10) {
            assertTrue(child.isAlive(), () -> read("err"));
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private String read(String name) {
        try {
            return Files.readString(temp.resolve(name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void end() throws Exception {
        if (child != null) {
            child.destroyForcibly().waitFor();
        }
    }

    private void assertStoppedAndSaved() throws Exception {
        RunFolder folder = RunFolder.open(out());
        assertEquals(RunState.STOPPED, folder.read().state());
        long steps = folder.read().result().whole("steps", -1);
        assertTrue(Files.exists(out().resolve("checkpoint-" + steps + ".safetensors")));
        assertEquals(steps - 1, Cli.run("inspect", out(), "--json").ok().json().whole("step", -1));
    }

    @Test
    void controlCSavesACheckpointAndEndsWith130() throws Exception {
        assumeTrue(!System.getProperty("os.name").startsWith("Windows"), "Windows has no signal to send");
        start();
        assertEquals(0, new ProcessBuilder("kill", "-INT", Long.toString(child.pid())).start().waitFor());
        assertEquals(130, child.waitFor());
        assertTrue(read("err").contains("--resume " + out()), read("err"));
        assertStoppedAndSaved();
    }

    @Test
    void theLifelineStopsItAtItsWord() throws Exception {
        start("--lifeline", "--json");
        child.outputWriter().append("hello\nstop\n").flush();
        assertEquals(130, child.waitFor());
        assertStoppedAndSaved();
        assertTrue(JsonReader.read("out", read("out").getBytes()) instanceof Json.Obj);
    }

    @Test
    void theEndOfTheLifelineStopsIt() throws Exception {
        start("--lifeline");
        child.outputWriter().close();
        assertEquals(130, child.waitFor());
        assertStoppedAndSaved();
    }

    @Test
    void afterAKillTheRunCanBeInspected() throws Exception {
        start();
        while (Cli.run("inspect", out()).code() != 0) {
            assertTrue(child.isAlive(), () -> read("err"));
        }
        child.destroyForcibly().waitFor();
        Cli cli = Cli.run("inspect", out()).ok();
        assertTrue(cli.out().contains("was cut off"), cli.out());
        assertTrue(RunFolder.open(out()).interrupted(RunFolder.open(out()).read()));
    }
}
