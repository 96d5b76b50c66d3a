package dev.headwater.core.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.headwater.core.catalog.Fruits.Apple;
import dev.headwater.core.catalog.Fruits.Basket;
import dev.headwater.core.catalog.Fruits.BloodOrange;
import dev.headwater.core.catalog.Fruits.Fruit;
import dev.headwater.core.catalog.Fruits.Label;
import dev.headwater.core.catalog.Fruits.Mood;
import dev.headwater.core.catalog.Fruits.Noted;
import dev.headwater.core.catalog.Fruits.Wrap;
import dev.headwater.core.tensor.Shape;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinderTest {
    private static Fruit bind(String text) {
        Noted problems = new Noted();
        Fruit fruit = Fruits.BINDER.bind(Fruits.ALL, Fruits.json(text), Set.of(), problems);
        assertEquals(List.of(), problems.all);
        return fruit;
    }

    @Test
    void anEntryIsItsBareNameOrAnObjectOrAnAlias() {
        assertEquals(new Apple(), bind("\"apple\""));
        assertEquals(new Apple(), bind("\"pomme\""));
        assertEquals(new Apple(), bind("{\"fruit\": \"apple\"}"));
        assertEquals(new BloodOrange(0.25, 3), bind("{\"fruit\": \"blood-orange\", \"count\": 3, \"red\": 0.25}"));
        assertEquals(new BloodOrange(0.5, 3), bind("{\"count\": 3.0, \"fruit\": \"blood-orange\"}"));
    }

    @Test
    void everyKindOfSettingHasItsDefault() {
        assertEquals(new Basket(1, true, "wicker", Mood.FRESH, Shape.of(2, 3), OptionalInt.empty(), List.of(),
                new Apple(),
                new Wrap.PaperWrap(), new Label("fruit", 12), null), bind("\"basket\""));
    }

    @Test
    void everyKindOfSettingIsRead() {
        assertEquals(
                new Basket(-9223372036854775808L, false, "2020", Mood.NEARLY_RIPE, Shape.of(7), OptionalInt.of(8),
                        List.of("a", "5"), new BloodOrange(0, 1), new Wrap.Foil(2), new Label("x", 12), "me"),
                bind("""
                        {"fruit": "basket", "seed": -9223372036854775808, "full": false, "material": 2020,
                         "mood": "nearly-ripe", "shape": 7, "layers": 8, "notes": ["a", 5],
                         "top": {"fruit": "blood-orange", "red": 0, "count": 1}, "wrap": {"wrap": "foil", "mm": 2},
                         "label": {"text": "x"}, "owner": "me"}"""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "aple"                                    | 1:1  | unknown fruit 'aple'; did you mean 'apple'?
            "APPLE"                                   | 1:1  | unknown fruit 'APPLE'; did you mean 'apple'?
            "zebra"                                   | 1:1  | unknown fruit 'zebra'; known: apple, blood-orange, basket
            5                                         | 1:1  \
            | 'fruit' must be the name of one fruit, or an object with its name and settings, was 5
            {"red": 1}                                | 1:1  \
            | the object does not say which fruit it is: it needs "fruit", one of apple, blood-orange, basket
            "blood-orange"                            | 1:1  | blood-orange needs the setting 'count': How many.
            {"fruit": "blood-orange", "count": 0}     | 1:36 | 'count' of blood-orange must be at least 1, was 0
            {"fruit": "blood-orange", "count": 1.5}   | 1:36 | 'count' of blood-orange must be a whole number, was 1.5
            {"fruit": "blood-orange", "count": 3e9}   | 1:36 \
            | 'count' of blood-orange must be a whole number of at most 2147483647, was 3e9
            {"fruit": "blood-orange", "count": "3"}   | 1:36 | 'count' of blood-orange must be a whole number, was '3'
            {"fruit": "blood-orange", "count": null}  | 1:36 | 'count' of blood-orange must be a whole number, was null
            {"fruit": "blood-orange", "count": 13}    | 1:1  | thirteen oranges bring bad luck
            {"count":1, "fruit": "blood-orange", "red": 1.5}   | 1:45 | 'red' of blood-orange must be in [0, 1), was 1.5
            {"count":1, "fruit": "blood-orange", "red": 1}     | 1:45 | 'red' of blood-orange must be in [0, 1), was 1
            {"count":1, "fruit": "blood-orange", "red": 1e999} | 1:45 \
            | 'red' of blood-orange must be a number that a 32-bit float can hold, was 1e999
            {"count":1, "fruit": "blood-orange", "red": "NaN"} | 1:45 \
            | 'red' of blood-orange must be a number, was 'NaN'
            {"fruit": "basket", "full": 1}            | 1:29 | 'full' of basket must be true or false, was 1
            {"fruit": "basket", "seed": 1e19}         | 1:29 \
            | 'seed' of basket must be a whole number of at most 9223372036854775807, was 1e19
            {"fruit": "basket", "material": []}       | 1:33 | 'material' of basket must be a text, was []
            {"fruit": "basket", "mood": "FRESH"}      | 1:29 \
            | 'mood' of basket must be one of fresh, nearly-ripe, was 'FRESH'
            {"fruit": "basket", "shape": []}          | 1:30 \
            | 'shape' of basket must be a list of 1 to 8 whole numbers, was []
            {"fruit": "basket", "shape": [2, "x"]}    | 1:34 \
            | 'shape' of basket must be a list of whole numbers such as [28, 28, 1], was 'x'
            {"fruit": "basket", "shape": [2, 0]}      | 1:30 \
            | 'shape' of basket: every axis of a shape must be at least 1, was [2, 0]
            {"fruit": "basket", "shape": [65536, 65536]} | 1:30 \
            | 'shape' of basket: the shape [65536, 65536] has more than 2147483647 elements
            {"fruit": "basket", "layers": "some"}     | 1:31 \
            | 'layers' of basket must be "auto" or a whole number, was 'some'
            {"fruit": "basket", "layers": 9}          | 1:31 | 'layers' of basket must be in [1, 8], was 9
            {"fruit": "basket", "notes": [true]}      | 1:31 | 'notes' of basket must be a list of texts, was true
            {"fruit": "basket", "top": "appel"}       | 1:28 | unknown fruit 'appel'; did you mean 'apple'?
            {"fruit": "basket", "wrap": "papper"}     | 1:29 | unknown wrap 'papper'; did you mean 'paper'?
            {"fruit": "basket", "wrap": {"wrap": "foil", "mm": 0}} | 1:52 | 'mm' of foil must be greater than 0, was 0
            {"fruit": "basket", "label": 5}           | 1:30 | label must be an object, was a number
            {"fruit": "basket", "label": {"size": 0}} | 1:39 | 'size' of label must be at least 1, was 0
            """)
    void wrongSettingsAreOneSentenceAtTheirPlace(String text, String at, String message) {
        Noted problems = new Noted();
        assertNull(Fruits.BINDER.bind(Fruits.ALL, Fruits.json(text), Set.of(), problems));
        assertEquals(List.of(at + " error: " + message), problems.all);
    }

    @Test
    void unknownSettingsAreWarnedOfAtTheirNamesUnlessForeign() {
        Noted problems = new Noted();
        Fruit fruit = Fruits.BINDER.bind(Fruits.ALL,
                Fruits.json("{\"fruit\": \"blood-orange\",\n \"count\": 1, \"rad\": 0.1, \"id\": 7}"), Set.of("id"),
                problems);
        assertEquals(new BloodOrange(0.5, 1), fruit);
        assertEquals(List.of("2:14 warning: unknown setting 'rad' of blood-orange has no effect; did you mean 'red'?"),
                problems.all);
    }

    @Test
    void allWrongSettingsAreReportedAtOnce() {
        Noted problems = new Noted();
        assertNull(Fruits.BINDER.bind(Label.class, Fruits.json("{\"text\": true, \"size\": -1}"), Set.of(), problems));
        assertEquals(2, problems.all.size());
    }

    /** A record whose annotation is wrong. */
    public record Wrong(@Setting(about = "x", byDefault = "5", max = 4) int x) {
    }

    @Test
    void aDefaultOutOfItsOwnRangeIsAMistakeOfTheProgram() {
        assertThrows(IllegalArgumentException.class,
                () -> Fruits.BINDER.bind(Wrong.class, Fruits.json("{}"), Set.of(), new Noted()));
    }
}
