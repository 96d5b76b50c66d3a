package dev.headwater.editor.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.headwater.core.catalog.Component;
import dev.headwater.core.data.Csv;
import dev.headwater.core.json.Json;
import dev.headwater.core.layer.Dense;
import dev.headwater.core.layer.Input;
import dev.headwater.core.network.Fit;
import dev.headwater.core.network.Recipe;
import dev.headwater.core.optimizer.Sgd;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldTextTest {
    private static Component setting(Class<?> type, String name) {
        return Component.of(type).stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    private static String parse(Class<?> type, String name, String text) {
        Json value = FieldText.parse(setting(type, name), text);
        return value == null ? null : Json.array(List.of(value)).toString();
    }

    @Test
    void nothingTypedSaysNothing() {
        for (String name : List.of("units", "activation", "useBias")) {
            assertNull(parse(Dense.class, name, ""), name);
        }
        assertNull(parse(Input.class, "shape", "  "));
        assertNull(parse(Recipe.class, "parts", " "));
        assertNull(parse(Csv.class, "label", ""));
        assertNull(parse(Csv.class, "columns", ""));
    }

    @Test
    void aWholeNumberStaysAsItIsTyped() {
        assertEquals("[12]", parse(Dense.class, "units", " 12 "));
        assertEquals("[1e3]", parse(Dense.class, "units", "1e3"));
        assertEquals("[\"many\"]", parse(Dense.class, "units", "many"));
        assertEquals("[\"1 2\"]", parse(Dense.class, "units", "1 2"));
    }

    @Test
    void aNumberIsReadAsPeopleWriteIt() {
        assertEquals("[0.5]", parse(Sgd.class, "learningRate", ".5"));
        assertEquals("[5]", parse(Sgd.class, "learningRate", "5."));
        assertEquals("[1e-3]", parse(Sgd.class, "learningRate", "1e-3"));
        assertEquals("[\"0,5\"]", parse(Sgd.class, "learningRate", "0,5"));
        assertEquals("[\"NaN\"]", parse(Sgd.class, "learningRate", "NaN"));
        assertEquals("[\"1d\"]", parse(Sgd.class, "learningRate", "1d"));
        assertEquals("[\"1e999\"]", parse(Sgd.class, "learningRate", "+1e999").replace("+", ""));
    }

    @Test
    void aListOfObjectsIsOneLineOfJson() {
        String text = "[{\"nodes\":[\"a\"],\"epochs\":2},{\"nodes\":[\"b\"]}]";
        assertEquals("[" + text + "]", parse(Fit.StagesFit.class, "stages", text));
        assertEquals("[\"a, b\"]", parse(Fit.StagesFit.class, "stages", "a, b"));
        assertEquals(text, FieldText.of(FieldText.parse(setting(Fit.StagesFit.class, "stages"), text), null));
        assertEquals("[28, 28, 1]", FieldText.of(FieldText.parse(setting(Input.class, "shape"), "28x28x1"), null));
    }

    @Test
    void aShapeIsReadWithOrWithoutBrackets() {
        for (String text : List.of("[28, 28, 1]", "28,28,1", "28 28 1", "28x28x1", " 28 × 28 × 1 ")) {
            assertEquals("[[28,28,1]]", parse(Input.class, "shape", text), text);
        }
        assertEquals("[[2]]", parse(Input.class, "shape", "2"));
        assertEquals("[\"[2,\"]", parse(Input.class, "shape", "[2,"));
        assertEquals("[\"two\"]", parse(Input.class, "shape", "two"));
    }

    @Test
    void autoIsAWordOrANumber() {
        assertEquals("[\"auto\"]", parse(Recipe.class, "parts", "auto"));
        assertEquals("[4]", parse(Recipe.class, "parts", "4"));
    }

    @Test
    void textsAreSeparatedByCommas() {
        assertEquals("[[\"x\",\"y\"]]", parse(Csv.class, "columns", "x, y"));
        assertEquals("[[\"a, b\",\"c\"]]", parse(Csv.class, "columns", "[\"a, b\", \"c\"]"));
    }

    @Test
    void aTextKeepsItsSpaces() {
        assertEquals("[\" \"]", parse(Csv.class, "delimiter", " "));
        assertEquals("[\"my label\"]", parse(Csv.class, "label", "my label"));
    }

    @Test
    void aTruthAndAReferenceAreWhatTheySay() {
        assertEquals("[false]", parse(Dense.class, "useBias", "false"));
        assertEquals("[\"no\"]", parse(Dense.class, "useBias", "no"));
        assertEquals("[\"$units\"]", parse(Dense.class, "units", "$units"));
    }

    @Test
    void aFieldShowsWhatCanBeTyped() {
        assertEquals("[28, 28, 1]", FieldText.of(Json.array(List.of(Json.of(28), Json.of(28), Json.of(1))), null));
        assertEquals("x, y", FieldText.of(Json.array(List.of(Json.of("x"), Json.of("y"))), null));
        assertEquals("0.5", FieldText.of(Json.of(0.5), null));
        assertEquals("", FieldText.of(null, null));
    }

    @Test
    void aNameIsShownAsWords() {
        assertEquals("Learning rate", FieldText.words("learningRate"));
        assertEquals("Learning Rate", FieldText.title("learningRate"));
    }
}
