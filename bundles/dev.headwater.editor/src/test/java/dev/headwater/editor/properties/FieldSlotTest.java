package dev.headwater.editor.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.edit.Subject;
import dev.headwater.core.edit.Subject.DataSubject;
import dev.headwater.core.edit.Subject.LossSubject;
import dev.headwater.core.edit.Subject.NodeSubject;
import dev.headwater.core.edit.Subject.RecipeSubject;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldSlotTest {
    private static final NodeSubject A = new NodeSubject("a");

    private final FakeModel model = new FakeModel("""
            {
              "headwater": 1,
              "nodes": [
                {"id": "in", "layer": "Input", "shape": [2]},
                {"id": "a", "layer": "Dense", "from": ["in"], "units": 5, "activation": "relu"},
                {"id": "b", "layer": "Dense", "from": ["a"], "units": 5},
                {"id": "soft", "layer": "Softmax", "from": ["b"]},
                {"id": "s", "block": "res", "from": ["b"], "repeat": 2}
              ],
              "blocks": {
                "res": {"settings": {"units": 5}, "nodes": [{"id": "x", "layer": "Dense", "from": ["$in"], \
            "units": "$units"}], "out": "x"}
              },
              "losses": [{"node": "s", "loss": "mean-squared-error"}],
              "data": {"source": "circle"}
            }
            """);

    private List<Slot> slots(Subject... subjects) {
        return FieldSlot.of(model, List.of(subjects), "a");
    }

    private Slot slot(String label, Subject... subjects) {
        return slots(subjects).stream().filter(one -> one.label().equals(label)).findFirst().orElseThrow();
    }

    private static List<String> labels(List<Slot> slots) {
        return slots.stream().map(one -> " ".repeat(one.depth()) + one.label()).toList();
    }

    @Test
    void theSettingsOfAChosenEntryStandBelowIt() {
        assertEquals(List.of("Units", "Activation", "Weight", " Distribution", " Activation gain", "Bias", "Use bias"),
                labels(slots(A)).stream().filter(one -> !one.equals(" Gain")).toList());
        slot("Activation", A).commit("leaky-relu");
        assertTrue(labels(slots(A)).contains(" Slope"), () -> labels(slots(A)).toString());
        assertEquals("Change Activation of a", model.labels.getFirst());
    }

    @Test
    void whatIsNotSaidIsShownAsAHint() {
        Slot weight = slot("Weight", A);
        assertEquals("", weight.text());
        assertEquals("xavier", weight.hint());
        assertFalse(weight.restorable());
        assertTrue(slot("Activation", A).restorable());
        assertFalse(slot("Units", A).restorable());
    }

    @Test
    void aChangeIsOneStepWithALabel() {
        slot("Units", A).commit("7");
        assertEquals(List.of("Change Units of a"), model.labels);
        assertEquals(7, model.network().node("a").settings().whole("units", 0));
        slot("Activation", A).restore();
        assertEquals("Restore Activation of a", model.labels.get(1));
        assertFalse(model.network().node("a").settings().has("activation"));
    }

    @Test
    void aRefusedTextIsExplained() {
        assertEquals("'units' of Dense must be in [1, 16777216], was 0", slot("Units", A).refusal("0"));
        assertEquals("Dense needs the setting 'units': Number of outputs.", slot("Units", A).refusal(""));
        assertNull(slot("Units", A).refusal("3"));
    }

    @Test
    void sayingTheSameChangesNothing() {
        slot("Units", A).commit("5");
        slot("Use bias", A).commit("true");
        assertEquals(List.of(), model.labels);
    }

    @Test
    void severalNodesAreEditedAtOnce() {
        NodeSubject b = new NodeSubject("b");
        assertEquals("5", slot("Units", A, b).text());
        assertEquals("", slot("Activation", A, b).text());
        assertEquals(Messages.severalValues, slot("Activation", A, b).hint());
        slot("Activation", A, b).commit("tanh");
        assertEquals("tanh", model.network().node("b").settings().text("activation", ""));
        assertEquals(List.of("Change Activation of 2 Layers"), model.labels);
        assertEquals(List.of(), labels(slots(A, new NodeSubject("soft"))));
    }

    @Test
    void aBlocksSettingIsEditedLikeALayers() {
        NodeSubject block = new NodeSubject("s");
        assertEquals(List.of("Units"), labels(slots(block)));
        assertEquals("5", slot("Units", block).hint());
        slot("Units", block).commit("9");
        assertEquals(9, model.network().node("s").settings().whole("units", 0));
    }

    @Test
    void aReferenceIsShownAsSuch() {
        Slot units = slot("Units", new NodeSubject("res", "x"));
        assertEquals("$units", units.text());
        assertTrue(units.tooltip().contains("Refers to the setting units of the block."), units::tooltip);
        assertNull(units.refusal("$units"));
        assertEquals("the block has no setting 'depth'; known: units", units.refusal("$depth"));
    }

    @Test
    void theRecipeHasAHeadingForWhatIsRecorded() {
        List<Slot> recipe = slots(new RecipeSubject());
        assertEquals(Look.HEADING, recipe.stream().filter(one -> one.label().equals("Probe")).findFirst().orElseThrow()
                .look());
        assertTrue(labels(recipe).containsAll(List.of("Optimizer", " Learning rate", "Batch", " All rows", "Fit")),
                () -> labels(recipe).toString());
        assertEquals("auto", slot("Parts", new RecipeSubject()).hint());
    }

    @Test
    void theDataChangeTheirSource() {
        DataSubject data = new DataSubject();
        slot("Source", data).commit("csv");
        assertEquals("csv", model.network().data().text("source", ""));
        assertTrue(labels(slots(data)).containsAll(List.of("Source", "File", "Label", "Split", "Standardize")),
                () -> labels(slots(data)).toString());
        assertEquals("csv needs the setting 'file': File, relative to the network file.",
                slot("File", data).refusal(""));
    }

    @Test
    void aLossIsChosenAndSoIsItsNode() {
        Slot node = slot("Node", new LossSubject(0));
        assertEquals(List.of("in", "a", "b", "soft", "s"), node.choices());
        node.commit("b");
        slot("Loss", new LossSubject(0)).commit("binary-cross-entropy");
        assertEquals("b", model.network().losses().getFirst().node());
        assertEquals(List.of("Change Node of a", "Change Loss of a"), model.labels);
    }

    @Test
    void aBlockIsRepeatedAsOftenAsItMay() {
        RepeatSlot repeat = new RepeatSlot(model, new NodeSubject("s"), model.network().node("s"));
        assertEquals("2", repeat.text());
        assertEquals("'repeat' must be a whole number from 1 to 100000, was '0'", repeat.refusal("0"));
        repeat.commit("8");
        assertEquals(8, model.network().node("s").repeat());
    }

    @Test
    void aNameIsTakenOnce() {
        NameSlot name = new NameSlot(model, A, (before, after) -> {
        });
        assertEquals("there is another node called 'b'", name.refusal("b"));
        assertEquals(Messages.nodeNameRule, name.refusal("a b"));
        assertNull(name.refusal("first"));
        name.commit("first");
        assertEquals(List.of("first"), model.network().node("b").from());
        assertEquals(List.of("Rename a to first"), model.labels);
    }

    @Test
    void theFactsOfANodeAreInWords() {
        NodeFacts facts = NodeFacts.of(model.network(), model.analysis(), new NodeSubject("s"));
        assertEquals("block res, 1 inside", facts.kind());
        assertEquals("b", facts.reads());
        assertEquals("[5]", facts.shape());
        assertEquals("60", facts.parameters());
    }
}
