package dev.headwater.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.json.Json;
import dev.headwater.trainer.reproduction.Reproduction;
import dev.headwater.trainer.reproduction.Reproductions;
import dev.headwater.trainer.training.Stop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproduceCommandTest {
    @Test
    void withoutANameAllAreListed() {
        Cli listed = Cli.run("reproduce").ok();
        Json.Obj json = Cli.run("reproduce", "--json").ok().json();
        Set<String> names = new HashSet<>();
        for (Reproduction one : Reproductions.ALL) {
            assertTrue(names.add(one.name()), one.name() + " twice");
            assertTrue(listed.out().contains(one.name() + " ") && listed.out().contains(one.about()), one.name());
        }
        assertEquals(names.size(), ((Json.Arr) json.get("reproductions")).items().size());
    }

    @Test
    void wrongUseIsRefused() {
        Cli.run("reproduce", "circel").refused(2, "no reproduction", "circel", "circle");
        Cli.run("reproduce", "circle", "--seeds", "0").refused(2, "--seeds must be at least 1, was 0");
        Cli.run("reproduce", "memory-capacity", "--only", "nothing").refused(2, "no figure", "capacity, linear units");
    }

    /** The echo state network of Jaeger 2001: a fast version, one seed; the command has all five. */
    @Test
    void aReservoirGoesOnWithMackeyGlassAlmostAsWellAsInThePaper() {
        Json.Obj json = Cli.run("reproduce", "mackey-glass", "--quick", "--only", "delay 17", "--json").ok().json();
        Json.Obj figure = figure(json);
        assertTrue(json.get("good").equals(Json.of(true)), json.toString());
        assertTrue(figure.number("median", 1) <= 1e-3, figure.toString());
        assertTrue(figure.number("median", 0) > 1e-5, "too good to be true: " + figure);
    }

    @Test
    void memoryAndNarmaComeOut() {
        Cli memory = Cli.run("reproduce", "memory-capacity", "--quick", "--seeds", "2").ok();
        assertTrue(memory.out().contains("capacity, linear units") && memory.out().contains("yes"), memory.out());
        assertTrue(memory.err().contains("seed 2 of 2"), memory.err());
        Cli narma = Cli.run("reproduce", "narma", "--quick", "--quiet").ok();
        assertEquals("", narma.err());
        assertEquals(2, narma.out().lines().count(), narma.out());
    }

    @Test
    void theSameSeedGivesTheSameFigure() {
        Object[] command = {"reproduce", "narma", "--quick", "--json"};
        assertEquals(value(Cli.run(command).json()), value(Cli.run(command).json()));
    }

    @Test
    void theFirstSeedIsForTheUserToSay() {
        Json.Obj two = figure(Cli.run("reproduce", "narma", "--quick", "--json", "--seeds", 2).ok().json());
        Json.Obj second = figure(Cli.run("reproduce", "narma", "--quick", "--json", "--first-seed", 2).ok().json());
        assertEquals(1, ((Json.Arr) second.get("values")).items().size());
        assertEquals(((Json.Arr) two.get("values")).items().get(1), ((Json.Arr) second.get("values")).items().get(0));
    }

    private static Json.Obj figure(Json.Obj json) {
        return (Json.Obj) ((Json.Arr) json.get("figures")).items().getFirst();
    }

    private static double value(Json.Obj json) {
        return figure(json).number("median", Double.NaN);
    }

    @Test
    void whatIsMissingIsNamedAndIsNoSuccess() {
        Cli cli = Cli.run("reproduce", "dying-relu", "--seeds", "1", "--only", "ReLU, Xavier", "--data", "nowhere");
        assertEquals(1, cli.code(), cli.out());
        assertTrue(cli.out().contains("not run"), cli.out());
        assertTrue(cli.out().replaceAll("\\s+", " ").contains(
                "ReLU, Xavier uniform: accuracy: needs the file t10k-images-idx3-ubyte.gz; name its folder with --data"),
                cli.out());
    }

    @Test
    void whatIsMissingTakesNoFigureAway(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("found.json");
        String had = "{\"dying-relu\": {\"figures\": [{\"what\": \"ReLU, Xavier uniform: accuracy\", \"median\": 0.5}]}}";
        Files.writeString(file, had);
        Cli.run("reproduce", "dying-relu", "--seeds", "1", "--data", "nowhere", "--save", file);
        assertTrue(Files.readString(file).contains("\"median\": 0.5"), Files.readString(file));
        assertFalse(Files.readString(file).contains("\"needs\": \""), Files.readString(file));
    }

    @Test
    void theCircleIsMadeFromTheExamples() {
        Cli cli = Cli.run("reproduce", "circle", "--seeds", "1", "--only", "sigmoid, He uniform", "--data", Cli.example(
                "circle-relu").getParent());
        assertEquals(0, cli.code(), cli.out() + cli.err());
        assertTrue(cli.out().contains("0.497"), cli.out());
    }

    @Test
    void aWishToStopEndsIt() {
        Stop stop = new Stop();
        stop.request();
        Cli cli = Cli.run(stop, "reproduce", "narma", "--quick");
        assertEquals(130, cli.code(), cli.out() + cli.err());
    }
}
