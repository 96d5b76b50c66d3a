package dev.headwater.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.data.DataSources;
import dev.headwater.core.data.DataSpec;
import dev.headwater.core.json.Json;
import dev.headwater.core.json.Position;
import dev.headwater.core.optimizer.Adam;
import dev.headwater.core.optimizer.Sgd;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverridesTest {
    private static final Json.Obj RICH = Designs.parse(Designs.RICH).tree();

    private static Json.Obj set(String... assignments) throws UnknownPath {
        return Overrides.apply(RICH, List.of(assignments), DataSources.ALL, DataSpec.OWN_SETTINGS);
    }

    private static Recipe recipe(String... assignments) throws UnknownPath {
        NetworkFile.Parsed parsed = NetworkFile.read("t", set(assignments));
        assertEquals(List.of(), parsed.problems());
        return parsed.network().recipe();
    }

    @Test
    void settingsThatTheFileSaysAreReplacedInTheirPlace() throws UnknownPath {
        Json.Obj changed = set("nodes.dense1.units=8");
        Json.Obj node = (Json.Obj) changed.items("nodes").get(1);
        assertEquals("[id, layer, from, units, bias]", node.members().keySet().toString());
        assertEquals(Json.of(8), node.get("units"));
        assertEquals(Position.NONE, node.get("units").at());
        assertEquals(RICH.items("nodes").get(0), changed.items("nodes").get(0));
    }

    @Test
    void settingsThatTheFileIsSilentAboutAreAdded() throws UnknownPath {
        assertEquals(7, recipe("recipe.seed=7").seed());
        assertEquals(OptionalInt.of(4), recipe("recipe.parts=4").parts());
        assertEquals(new Adam(0.5, 0.9, 0.999, 1e-8), recipe("recipe.optimizer.learningRate=0.5").optimizer());
        assertEquals(64, recipe("recipe.probe.rows=64").probe().rows());
        Json.Obj bare = Designs.parse("{\"headwater\": 1, \"nodes\": []}").tree();
        Json.Obj filled = assertDoesNotThrowUnknown(bare, "recipe.optimizer.beta1=0.5");
        assertEquals("{\"optimizer\":{\"kind\":\"adam\",\"beta1\":0.5}}", filled.get("recipe").toString());
    }

    private static Json.Obj assertDoesNotThrowUnknown(Json.Obj tree, String assignment) throws UnknownPath {
        return Overrides.apply(tree, List.of(assignment));
    }

    @Test
    void aBareNameBecomesAnObjectWhereItsSettingIsSet() throws UnknownPath {
        Json.Obj changed = set("nodes.dense1.weight=he", "nodes.dense1.weight.distribution=uniform");
        assertEquals("{\"initializer\":\"he\",\"distribution\":\"uniform\"}",
                ((Json.Obj) changed.items("nodes").get(1)).get("weight").toString());
        changed = set("nodes.dense1.weight.distribution=normal");
        assertEquals("{\"initializer\":\"xavier\",\"distribution\":\"normal\"}",
                ((Json.Obj) changed.items("nodes").get(1)).get("weight").toString());
    }

    @Test
    void anotherEntryDropsTheSettingsOfTheOld() throws UnknownPath {
        assertEquals(new Sgd(0.001, 0), recipe("recipe.optimizer.kind=sgd").optimizer());
        assertEquals(new Sgd(0.1, 0.9), recipe("recipe.optimizer.beta1=0.5", "recipe.optimizer.kind=sgd",
                "recipe.optimizer.momentum=0.9", "recipe.optimizer.learningRate=0.1").optimizer());
        assertEquals(new Sgd(0.01, 0), recipe("recipe.optimizer=sgd").optimizer());
    }

    @Test
    void valuesAreJsonIfTheyParseElseTexts() throws UnknownPath {
        assertEquals(Json.of("a b.csv"), set("data.file=a b.csv").object("data").get("file"));
        assertEquals(Json.of(""), set("data.file=").object("data").get("file"));
        assertEquals(Json.of("x=y"), set("data.file=x=y").object("data").get("file"));
        assertEquals(Json.of("5"), set("data.file=\"5\"").object("data").get("file"));
        assertEquals("{\"train\":1,\"validation\":2}",
                set("data.split={\"train\": 1, \"validation\": 2}").object("data").get("split").toString());
    }

    @Test
    void blocksLossesAndDataHavePathsToo() throws UnknownPath {
        assertEquals(Json.of(9), set("blocks.residual.settings.units=9").object("blocks").object("residual")
                .object("settings").get("units"));
        assertTrue(set("blocks.residual.nodes.a.activation=relu").toString().contains("\"activation\":\"relu\""));
        assertTrue(set("nodes.stage1.repeat=50").toString().contains("\"repeat\":50"));
        assertTrue(set("nodes.stage1.units=6").toString().contains("\"repeat\":3,\"units\":6"));
        assertTrue(set("losses.0.loss=mse").toString().contains("{\"node\":\"out\",\"loss\":\"mse\"}"));
        assertTrue(set("losses.out.loss=mse").toString().contains("{\"node\":\"out\",\"loss\":\"mse\"}"));
        assertEquals("{\"source\":\"idx\",\"split\":{\"validation\":0.3},\"images\":\"i\",\"labels\":\"l\"}",
                set("data.source=idx", "data.images=i", "data.labels=l", "data.split={}", "data.split.validation=0.3")
                        .get("data").toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            recipe.epoch=3                 | recipe.epochs | unknown path 'recipe.epoch'; did you mean recipe.epochs?
            recip.epochs=3                 | recipe        | unknown path 'recip.epochs'; did you mean recipe?
            nodes.dense2.units=3           | nodes.dense1  \
            | unknown path 'nodes.dense2.units'; did you mean nodes.dense1?
            nodes.dense1.unit=3            | nodes.dense1.units \
            | unknown path 'nodes.dense1.unit'; did you mean nodes.dense1.units?
            nodes.dense1.units.x=3         | nodes.dense1.units \
            | unknown path 'nodes.dense1.units.x': nodes.dense1.units has no settings of its own
            nodes.stage1.unit=3            | nodes.stage1.units \
            | unknown path 'nodes.stage1.unit'; did you mean nodes.stage1.units?
            nodes.dense1.id=x              |               \
            | unknown path 'nodes.dense1.id'; known: nodes.dense1.layer, nodes.dense1.from, nodes.dense1.units, \
            nodes.dense1.activation, nodes.dense1.weight, nodes.dense1.bias, nodes.dense1.useBias
            blocks.residul.settings.units=3 | blocks.residual \
            | unknown path 'blocks.residul.settings.units'; did you mean blocks.residual?
            blocks.residual.settings.unit=3 | blocks.residual.settings.units \
            | unknown path 'blocks.residual.settings.unit'; did you mean blocks.residual.settings.units?
            losses.1.loss=mse              |               | unknown path 'losses.1.loss'; known: losses.out, losses.0
            data.fil=x                     | data.file     | unknown path 'data.fil'; did you mean data.file?
            recipe.optimizer.learningrate=1 | recipe.optimizer.learningRate \
            | unknown path 'recipe.optimizer.learningrate'; did you mean recipe.optimizer.learningRate?
            diagram.dense1=3               |               \
            | unknown path 'diagram.dense1'; known: nodes, blocks, losses, data, recipe
            """)
    void unknownPathsNameTheNearest(String assignment, String nearest, String message) {
        UnknownPath e = assertThrows(UnknownPath.class, () -> set(assignment));
        assertEquals(message, e.getMessage());
        assertEquals(nearest == null ? List.of() : List.of(nearest), e.nearest());
        assertEquals(assignment.substring(0, assignment.indexOf('=')), e.path());
    }

    @ParameterizedTest
    @CsvSource({"recipe", "recipe.epochs", "=3", "''", "nodes=[]", "nodes.dense1={}", "recipe=5", "..=1", "recipe..x=1",
            "losses.x=1", "data=1"})
    void whatIsNoAssignmentOfASettingIsRefused(String assignment) {
        UnknownPath e = assertThrows(UnknownPath.class, () -> set(assignment));
        assertTrue(e.getMessage().lines().count() == 1 && e.getMessage().contains("'"), e.getMessage());
    }

    @Test
    void wrongValuesAreFoundWhenTheTreeIsRead() throws UnknownPath {
        NetworkFile.Parsed parsed = NetworkFile.read("t", set("recipe.batch=many"));
        assertEquals(List.of("0:0 error: 'batch' of recipe must be a whole number, was 'many'"),
                parsed.problems().stream().map(Designs::line).toList());
    }
}
