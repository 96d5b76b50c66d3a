package dev.headwater.core.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.catalog.Component;
import dev.headwater.core.catalog.Kind;
import dev.headwater.core.edit.Subject.DataSubject;
import dev.headwater.core.edit.Subject.LossSubject;
import dev.headwater.core.edit.Subject.NodeSubject;
import dev.headwater.core.edit.Subject.RecipeSubject;
import dev.headwater.core.json.Json;
import dev.headwater.core.loss.MeanSquaredError;
import dev.headwater.core.network.Network;
import dev.headwater.core.network.NetworkFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final NodeSubject DENSE = new NodeSubject("dense1");
    private static final String TEXT = """
            {
              "headwater": 1,
              "nodes": [
                {"id": "in", "layer": "Input", "shape": [2]},
                {"id": "dense1", "layer": "Dense", "from": ["in"], "units": 5, "strange": 7},
                {"id": "stage", "block": "residual", "from": ["dense1"], "repeat": 3},
                {"id": "out", "layer": "Dense", "from": ["stage"], "units": 1, "activation": "sigmoid"}
              ],
              "blocks": {
                "residual": {
                  "settings": {"units": 5, "act": "tanh", "gain": 0.5, "other": true},
                  "nodes": [
                    {
                      "id": "a",
                      "layer": "Dense",
                      "from": ["$in"],
                      "units": "$units",
                      "activation": "$act",
                      "weight": {"initializer": "lecun", "gain": "$gain"}
                    },
                    {"id": "sum", "layer": "Add", "from": ["a", "$in"]}
                  ],
                  "out": "sum"
                }
              },
              "losses": [{"node": "out", "loss": "binary-cross-entropy"}],
              "data": {"source": "csv", "file": "circle.csv", "label": "label", "split": {"column": "split"}},
              "recipe": {"batch": 128, "epochs": 10}
            }
            """;

    private static Network network() {
        Network network = NetworkFile.read("t.headwater", TEXT.getBytes(StandardCharsets.UTF_8)).network();
        assertNotNull(network);
        return network;
    }

    private static Network set(Subject subject, String path, Json value) {
        return Settings.set(network(), subject, List.of(path.split("\\.")), value);
    }

    private static String said(Network network, Subject subject) {
        return subject.of(network).said().toString();
    }

    @Test
    void aSettingIsSaidInTheOrderOfTheLayer() {
        Network after = set(DENSE, "activation", Json.of("relu"));
        assertEquals("{\"units\":5,\"strange\":7,\"activation\":\"relu\"}", said(after, DENSE));
        after = Settings.set(after, DENSE, List.of("useBias"), Json.of(false));
        after = Settings.set(after, DENSE, List.of("weight"), Json.of("he"));
        assertEquals("{\"units\":5,\"strange\":7,\"activation\":\"relu\",\"weight\":\"he\",\"useBias\":false}",
                said(after, DENSE));
    }

    @Test
    void whatAnEditLeavesAloneKeepsItsIdentity() {
        Network before = network();
        Network after = Settings.set(before, DENSE, List.of("units"), Json.of(6));
        assertSame(before.node("in"), after.node("in"));
        assertSame(before.blocks().get("residual"), after.blocks().get("residual"));
        assertEquals(6, after.node("dense1").settings().whole("units", 0));
    }

    @Test
    void whatEqualsItsDefaultAndWasNotSaidStaysUnsaid() {
        Network before = network();
        assertSame(before, Settings.set(before, DENSE, List.of("useBias"), Json.of(true)));
        assertSame(before, Settings.set(before, DENSE, List.of("weight"), Json.of("xavier")));
        assertSame(before, Settings.set(before, DENSE, List.of("units"), Json.of(5)));
    }

    @Test
    void whatWasSaidStaysSaidThoughItEqualsItsDefault() {
        Network after = set(new RecipeSubject(), "batch", Json.of(32));
        assertEquals("{\"batch\":32,\"epochs\":10}", said(after, new RecipeSubject()));
        assertEquals(32, after.recipe().batch());
    }

    @Test
    void aNestedSettingTurnsANameIntoAnObjectAndBack() {
        Network after = set(DENSE, "activation", Json.of("leaky-relu"));
        after = Settings.set(after, DENSE, List.of("activation", "slope"), Json.of(0.3));
        assertEquals("{\"units\":5,\"strange\":7,\"activation\":{\"activation\":\"leaky-relu\",\"slope\":0.3}}",
                said(after, DENSE));
        after = Settings.unset(after, DENSE, List.of("activation", "slope"));
        assertEquals("{\"units\":5,\"strange\":7,\"activation\":\"leaky-relu\"}", said(after, DENSE));
    }

    @Test
    void aNestedSettingOfAnUnsaidEntryNamesTheEntryAndLeavesNothingBehind() {
        Network after = set(DENSE, "weight.distribution", Json.of("normal"));
        assertEquals("{\"units\":5,\"strange\":7,\"weight\":{\"initializer\":\"xavier\",\"distribution\":\"normal\"}}",
                said(after, DENSE));
        after = Settings.unset(after, DENSE, List.of("weight", "distribution"));
        assertEquals(said(network(), DENSE), said(after, DENSE));
    }

    @Test
    void anotherEntryDropsSettingsThatItDoesNotHave() {
        Network after = set(DENSE, "weight", Json.of("he"));
        after = Settings.set(after, DENSE, List.of("weight", "slope"), Json.of(0.1));
        after = Settings.set(after, DENSE, List.of("weight", "distribution"), Json.of("normal"));
        after = Settings.set(after, DENSE, List.of("weight"), Json.of("lecun"));
        assertEquals("{\"units\":5,\"strange\":7,\"weight\":{\"initializer\":\"lecun\",\"distribution\":\"normal\"}}",
                said(after, DENSE));
        after = Settings.set(after, DENSE, List.of("weight"), Json.of("zeros"));
        assertEquals("{\"units\":5,\"strange\":7,\"weight\":\"zeros\"}", said(after, DENSE));
    }

    @Test
    void aSettingIsUnsaid() {
        Network after = Settings.unset(network(), new NodeSubject("out"), List.of("activation"));
        assertEquals("{\"units\":1}", said(after, new NodeSubject("out")));
        Network before = network();
        assertSame(before, Settings.unset(before, DENSE, List.of("weight", "distribution")));
    }

    @Test
    void theSettingsOfABlockAreWhatItsLayersTake() {
        Described stage = new NodeSubject("stage").of(network());
        assertEquals(List.of(Kind.WHOLE, Kind.ENTRY, Kind.REAL, Kind.TRUTH),
                stage.settings().stream().map(Component::kind).toList());
        assertEquals(Json.of(5), stage.setting("units").defaultValue());
        assertEquals(Json.of("tanh"), stage.setting("act").defaultValue());
        assertEquals("'units' of residual must be in [1, 16777216], was 0",
                stage.refusal(List.of("units"), Json.of(0)));
    }

    @Test
    void aSettingOfABlockIsSetAndUnset() {
        NodeSubject stage = new NodeSubject("stage");
        Network after = set(stage, "units", Json.of(7));
        assertEquals("{\"units\":7}", said(after, stage));
        assertEquals(3, after.node("stage").repeat());
        after = Settings.set(after, stage, List.of("act"), Json.of("leaky-relu"));
        after = Settings.set(after, stage, List.of("act", "slope"), Json.of(0.2));
        assertEquals("{\"units\":7,\"act\":{\"activation\":\"leaky-relu\",\"slope\":0.2}}", said(after, stage));
        assertEquals("{\"units\":7}", said(Settings.unset(after, stage, List.of("act")), stage));
    }

    @Test
    void aBlockIsRepeated() {
        Network after = Settings.repeat(network(), new NodeSubject("stage"), 20);
        assertEquals(20, after.node("stage").repeat());
        assertSame(after, Settings.repeat(after, new NodeSubject("stage"), 20));
    }

    @Test
    void aNodeInABlockMayReferToTheBlocksSettings() {
        NodeSubject inner = new NodeSubject("residual", "a");
        Described a = inner.of(network());
        assertEquals("units", a.reference(a.said().get("units")));
        assertNull(a.refusal(List.of("units"), Json.of("$units")));
        assertEquals("the block has no setting 'unit'; did you mean 'units'?",
                a.refusal(List.of("units"), Json.of("$unit")));
        Network after = set(inner, "units", Json.of(9));
        assertEquals(9, after.blocks().get("residual").nodes().getFirst().settings().whole("units", 0));
        assertEquals(network().nodes(), after.nodes());
    }

    @Test
    void theRecipeIsWrittenAsItWasSaid() {
        Network after = set(new RecipeSubject(), "optimizer", Json.of("sgd"));
        after = Settings.set(after, new RecipeSubject(), List.of("optimizer", "momentum"), Json.of(0.9));
        after = Settings.set(after, new RecipeSubject(), List.of("probe", "rows"), Json.of(64));
        assertTrue(NetworkFile.write(after).contains("\"optimizer\": {\"kind\": \"sgd\", \"momentum\": 0.9}"),
                NetworkFile.write(after));
        assertEquals(64, after.recipe().probe().rows());
        after = Settings.unset(after, new RecipeSubject(), List.of("probe", "rows"));
        after = Settings.unset(after, new RecipeSubject(), List.of("optimizer"));
        assertEquals(TEXT, NetworkFile.write(after));
    }

    @Test
    void aSettingWithoutEffectOnTheRecipeIsUnsaid() {
        Network after = Settings.unset(network(), new RecipeSubject(), List.of("epochs"));
        assertTrue(NetworkFile.write(after).contains("\"recipe\": {\"batch\": 128}"), NetworkFile.write(after));
    }

    @Test
    void theSourceOfTheDataChangesAndTheSplitStays() {
        Network after = set(new DataSubject(), "source", Json.of("circle"));
        assertEquals("{\"source\":\"circle\",\"split\":{\"column\":\"split\"}}", said(after, new DataSubject()));
        after = Settings.set(after, new DataSubject(), List.of("split"), Json.of("fraction"));
        after = Settings.set(after, new DataSubject(), List.of("split", "validation"), Json.of(0.3));
        assertEquals("{\"source\":\"circle\",\"split\":{\"validation\":0.3}}", said(after, new DataSubject()));
        after = Settings.set(after, new DataSubject(), List.of("standardize"), Json.of(true));
        after = Settings.unset(after, new DataSubject(), List.of("split"));
        assertEquals("{\"source\":\"circle\",\"standardize\":true}", said(after, new DataSubject()));
    }

    @Test
    void aSplitChosenToBeLeftToTheSourceIsUnsaidOrEmpty() {
        Network after = set(new DataSubject(), "split", Json.of("unsaid"));
        assertEquals(Json.Obj.EMPTY, after.data().object("split"));
        after = Settings.unset(after, new DataSubject(), List.of("split"));
        after = Settings.set(after, new DataSubject(), List.of("split"), Json.of("count"));
        assertEquals(Json.object().put("validation", 100).build(), after.data().object("split"));
    }

    @Test
    void aLossChangesItsKindAndItsNode() {
        Network after = set(new LossSubject(0), "loss", Json.of("mean-squared-error"));
        assertEquals(new MeanSquaredError(), after.losses().getFirst().loss());
        after = Settings.set(after, new LossSubject(0), List.of("node"), Json.of("dense1"));
        assertEquals("dense1", after.losses().getFirst().node());
        assertTrue(NetworkFile.write(after).contains(
                "\"losses\": [{\"node\": \"dense1\", \"loss\": \"mean-squared-error\"}]"), NetworkFile.write(after));
    }

    @Test
    void lossesComeAndGo() {
        Network after = Settings.addLoss(network(), "dense1", new MeanSquaredError());
        assertEquals(2, after.losses().size());
        assertEquals(network(), Settings.removeLoss(after, 1));
    }

    @Test
    void aWrongValueIsRefusedInTheWordsOfTheCheck() {
        Described dense = DENSE.of(network());
        assertEquals("'units' of Dense must be a whole number, was 'many'",
                dense.refusal(List.of("units"), Json.of("many")));
        assertEquals("unknown activation 'relo'; did you mean 'relu'?",
                dense.refusal(List.of("activation"), Json.of("relo")));
        assertNull(dense.refusal(List.of("units"), Json.of(3)));
        assertEquals("unknown data source 'cvs'; did you mean 'csv'?",
                new DataSubject().of(network()).refusal(List.of("source"), Json.of("cvs")));
    }

    @Test
    void aSubjectThatIsGoneChangesNothing() {
        Network before = network();
        assertSame(before, Settings.set(before, new NodeSubject("gone"), List.of("units"), Json.of(1)));
        assertNull(new LossSubject(4).of(before));
    }
}
