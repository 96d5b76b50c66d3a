package dev.headwater.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.data.DataSpec;
import dev.headwater.core.json.Json;
import dev.headwater.core.network.Blocks;
import dev.headwater.core.network.Probe;
import dev.headwater.core.network.Recipe;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
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
        assertEquals(List.of("layers", "blocks", "activations", "initializers", "losses", "optimizers",
                "schedules", "clips", "conditionings", "fits", "stoppings", "recipe", "sources", "splits", "data"),
                List.copyOf(all.members().keySet()));
        assertTrue(all.items("layers").size() >= 7);
        String text = Cli.run("catalog").ok().out();
        for (String name : List.of("Dense", "leaky-relu", "xavier", "mean-squared-error", "adam", "csv", "warm-up",
                "global-norm", "stages", "early", "lsuv", "fixup", "batch-norm-residual", "ridge", "fraction",
                "throughTime",
                "gradientNoise", "accumulate", "standardize")) {
            assertTrue(text.contains(name), name);
        }
    }

    private static List<String> names(List<Json> items) {
        return items.stream().map(item -> ((Json.Obj) item).text("name", "")).toList();
    }

    /** What the recipe or the data object can say is listed without being named anywhere: nothing can be forgotten. */
    @Test
    void everySettingOfRecipeAndDataIsListed() {
        Json.Obj all = Cli.run("catalog", "--json").ok().json();
        assertEquals(Arrays.stream(Recipe.class.getRecordComponents()).map(RecordComponent::getName).toList(),
                names(all.items("recipe")));
        assertEquals(DataSpec.OWN_SETTINGS, names(all.items("data")));
        assertEquals(List.copyOf(Blocks.ALL.keySet()), names(all.items("blocks")));
        Json.Obj probe = (Json.Obj) Cli.run("catalog", "probe", "--json").ok().json().items("recipe").getFirst();
        assertEquals(Arrays.stream(Probe.class.getRecordComponents()).map(RecordComponent::getName).toList(),
                names(probe.items("settings")));
        assertEquals(16, ((Json.Obj) probe.items("settings").getLast()).whole("default", 0));
    }

    @Test
    void whatASettingMayNameIsASection() {
        Json.Obj all = Cli.run("catalog", "--json").ok().json();
        int named = all.members().values().stream().flatMap(items -> ((Json.Arr) items).items().stream())
                .mapToInt(item -> referring(all, (Json.Obj) item)).sum();
        assertTrue(named > 30, "only " + named + " settings name an entry");
    }

    /** How many settings of this, at any depth, name an entry; each must say of which section. */
    private static int referring(Json.Obj all, Json.Obj item) {
        int count = 0;
        if (List.of("entry", "choice").contains(item.text("kind", ""))) {
            assertTrue(all.has(item.text("section", "none")), item::toString);
            count++;
        }
        for (Json setting : item.items("settings")) {
            count += referring(all, (Json.Obj) setting);
        }
        return count;
    }

    @Test
    void theSettingsOfABlockAreThoseOfTheLayersThatReadThem() {
        Json.Obj block = (Json.Obj) Cli.run("catalog", "pre-norm-transformer", "--json").ok().json().items("blocks")
                .getFirst();
        assertEquals(List.of("units", "hidden", "heads", "causal", "activation"), names(block.items("settings")));
        Json.Obj heads = (Json.Obj) block.items("settings").get(2);
        assertEquals(4, heads.whole("default", 0));
        assertEquals(1, heads.whole("min", 0));
        String text = Cli.run("catalog", "pre-norm-transformer").ok().out();
        assertTrue(text.contains("causal: Whether a step sees only itself and steps before it. [true or false; default"
                + " false]"), text);
        assertTrue(text.contains("[one of the activations; default gelu]"), text);
    }

    @Test
    void aFamilyOrAnEntryAlone() {
        assertEquals(1, Cli.run("catalog", "optimizers", "--json").ok().json().members().size());
        assertEquals(1, Cli.run("catalog", "dense", "--json").ok().json().items("layers").size());
        Cli.run("catalog", "layerz").refused(2, "'layerz'", "'layers'");
    }
}
