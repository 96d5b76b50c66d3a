package dev.headwater.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.json.Json;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckAndCatalogTest {
    @TempDir
    Path temp;

    @Test
    void checkCountsByHand() throws Exception {
        Json.Obj checked = Cli.run("check", Networks.xor(temp), "--json").ok().json();
        assertEquals(List.of("problems", "parameters", "memory", "multiplyAdds"),
                List.copyOf(checked.members().keySet()));
        assertEquals(2 * 4 + 4 + 4 * 1 + 1, checked.whole("parameters", 0));
        assertEquals(2 * 4 + 4 * 1, checked.whole("multiplyAdds", 0));
        assertTrue(checked.whole("memory", 0) > 0);
        assertEquals(0, checked.items("problems").size());
    }

    @Test
    void aWarningIsNoError() throws Exception {
        Path file = Networks.xor(temp, "\"units\": 4", "\"unit\": 3, \"units\": 4");
        Json.Obj checked = Cli.run("check", file, "--json").ok().json();
        Json.Obj problem = (Json.Obj) checked.items("problems").getFirst();
        assertEquals(List.of("severity", "node", "line", "column", "message"),
                List.copyOf(problem.members().keySet()));
        assertEquals("warning", problem.text("severity", null));
        assertEquals("hidden", problem.text("node", null));
        assertEquals(4, problem.whole("line", 0));
    }

    @Test
    void checkAppliesOverrides() throws Exception {
        Path file = Networks.xor(temp);
        assertEquals(2 * 8 + 8 + 8 + 1,
                Cli.run("check", file, "--json", "--set", "nodes.hidden.units=8").ok().json().whole("parameters", 0));
        Cli bad = Cli.run("check", file, "--set", "nodes.hidden.units=-8");
        assertEquals(1, bad.code());
        assertTrue(bad.out().contains("error: node hidden:"), bad.out());
    }

    @Test
    void theCatalogListsAllFamilies() {
        Json.Obj all = Cli.run("catalog", "--json").ok().json();
        assertEquals(List.of("layers", "activations", "initializers", "losses", "optimizers", "schedules",
                "clips", "fits", "stoppings", "sources"),
                List.copyOf(all.members().keySet()));
        assertTrue(all.items("layers").size() >= 7);
        String text = Cli.run("catalog").ok().out();
        for (String name : List.of("Dense", "leaky-relu", "xavier", "mean-squared-error", "adam", "csv", "warm-up",
                "global-norm", "stages", "early")) {
            assertTrue(text.contains(name), name);
        }
    }

    @Test
    void aFamilyOrAnEntryAlone() {
        assertEquals(1, Cli.run("catalog", "optimizers", "--json").ok().json().members().size());
        assertEquals(1, Cli.run("catalog", "dense", "--json").ok().json().items("layers").size());
        Cli.run("catalog", "layerz").refused(2, "'layerz'", "'layers'");
    }
}
