package dev.headwater.core.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headwater.core.catalog.Fruits.Apple;
import dev.headwater.core.catalog.Fruits.Basket;
import dev.headwater.core.catalog.Fruits.BloodOrange;
import dev.headwater.core.catalog.Fruits.Fruit;
import dev.headwater.core.catalog.Fruits.Label;
import dev.headwater.core.catalog.Fruits.Mood;
import dev.headwater.core.catalog.Fruits.Noted;
import dev.headwater.core.catalog.Fruits.Wrap;
import dev.headwater.core.json.Json;
import dev.headwater.core.tensor.Shape;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnbindingTest {
    private static final Basket PLAIN = new Basket(1, true, "wicker", Mood.FRESH, Shape.of(2, 3), OptionalInt.empty(),
            List.of(), new Apple(), new Wrap.PaperWrap(), new Label("fruit", 12), null);
    private static final Basket FULL = new Basket(Long.MAX_VALUE, false, "5", Mood.NEARLY_RIPE, Shape.of(7),
            OptionalInt.of(8), List.of("a"), new BloodOrange(0.1, 2), new Wrap.Foil(0.5), new Label("fruit", 3), "me");

    @Test
    void onlyWhatDiffersFromItsDefaultIsWritten() {
        assertEquals("{\"fruit\":\"basket\"}", Fruits.BINDER.unbind(PLAIN).toString());
        assertEquals(Json.of("basket"), Fruits.BINDER.unbindShort(PLAIN));
        assertEquals(
                "{\"fruit\":\"basket\",\"seed\":9223372036854775807,\"full\":false,\"material\":\"5\","
                        + "\"mood\":\"nearly-ripe\",\"shape\":[7],\"layers\":8,\"notes\":[\"a\"],"
                        + "\"top\":{\"fruit\":\"blood-orange\",\"red\":0.1,\"count\":2},"
                        + "\"wrap\":{\"wrap\":\"foil\",\"mm\":0.5},\"label\":{\"size\":3},\"owner\":\"me\"}",
                Fruits.BINDER.unbind(FULL).toString());
    }

    @Test
    void whatIsWrittenBindsToAnEqualValue() {
        for (Fruit fruit : List.of(PLAIN, FULL, new Apple(), new BloodOrange(0.5, 1), new BloodOrange(0.1 + 0.2, 9))) {
            Noted problems = new Noted();
            assertEquals(fruit, Fruits.BINDER.bind(Fruits.ALL, Fruits.BINDER.unbind(fruit), Set.of(), problems));
            assertEquals(List.of(), problems.all);
        }
    }

    @Test
    void rewritingKeepsWhatIsSaidAndUnknown() {
        Json.Obj old = (Json.Obj) Fruits.json("""
                {"note": 1, "fruit": "basket", "seed": 1, "full": true, "material": "tin",
                 "top": {"fruit": "apple", "x": 2}, "label": {"size": 12, "y": 3}}""");
        Basket changed = new Basket(1, true, "wicker", Mood.FRESH, Shape.of(4), OptionalInt.empty(), List.of(),
                new Apple(), new Wrap.PaperWrap(), new Label("fruit", 14), null);
        assertEquals("{\"note\":1,\"fruit\":\"basket\",\"seed\":1,\"full\":true,\"top\":{\"fruit\":\"apple\",\"x\":2},"
                + "\"label\":{\"size\":14,\"y\":3},\"shape\":[4]}", Fruits.BINDER.rewrite(old, changed).toString());
    }

    @Test
    void rewritingToAnotherEntryDropsTheSettingsOfTheFirst() {
        Json.Obj old = (Json.Obj) Fruits.json(
                "{\"fruit\": \"blood-orange\", \"red\": 0.25, \"count\": 2, \"note\": 1}");
        assertEquals("{\"fruit\":\"apple\",\"note\":1}", Fruits.BINDER.rewrite(old, new Apple()).toString());
        assertEquals("{\"fruit\":\"blood-orange\",\"red\":0.25,\"count\":3,\"note\":1}",
                Fruits.BINDER.rewrite(old, new BloodOrange(0.25, 3)).toString());
    }
}
