package dev.headwater.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void doublesReadBackExactly() throws JsonException {
        SplittableRandom random = new SplittableRandom(1);
        List<Double> values = new ArrayList<>(List.of(0.0, -0.0, 1.0, 0.001, 1e-4, 1e15, -123456789.0, 1e300,
                Double.MIN_VALUE, Double.MAX_VALUE, (double) Float.MIN_VALUE, 0.1 + 0.2));
        for (int i = 0; i < 10_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                values.add(value);
            }
        }
        for (double value : values) {
            String text = JsonWriter.writeCompact(Json.of(value));
            Json.Num read = (Json.Num) JsonReaderTest.read(text);
            assertEquals(Double.doubleToLongBits(value), Double.doubleToLongBits(read.asDouble()), text);
        }
    }

    @Test
    void doublesAreShortAndPlain() {
        assertEquals("0.001", Json.of(0.001).toString().replaceAll(".*text=|, .*", ""));
        assertEquals("1e-8", JsonWriter.writeCompact(Json.of(1e-8)));
        assertEquals("5", JsonWriter.writeCompact(Json.of(5.0)));
        assertEquals("-0.0", JsonWriter.writeCompact(Json.of(-0.0)));
        assertEquals("2.5e20", JsonWriter.writeCompact(Json.of(2.5e20)));
    }

    @Test
    void nonFiniteNumbersAreTextsAndReadBack() {
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.1}) {
            assertEquals(value, Json.toDouble(Json.of(value)));
        }
        assertEquals("\"-Infinity\"", JsonWriter.writeCompact(Json.of(Double.NEGATIVE_INFINITY)));
        assertThrows(IllegalArgumentException.class, () -> Json.toDouble(Json.of("nan")));
        assertThrows(IllegalArgumentException.class, () -> Json.toDouble(null));
    }

    @Test
    void wholeNumbersAreRecognizedHoweverWritten() throws JsonException {
        assertEquals(1000, ((Json.Num) JsonReaderTest.read("1e3")).asInt());
        assertEquals(5, ((Json.Num) JsonReaderTest.read("5.0")).asInt());
        assertEquals(Long.MIN_VALUE, ((Json.Num) JsonReaderTest.read("-9223372036854775808")).asLong());
        assertFalse(((Json.Num) JsonReaderTest.read("9223372036854775808")).isLong());
        assertFalse(((Json.Num) JsonReaderTest.read("1.5")).isLong());
        assertFalse(((Json.Num) JsonReaderTest.read("2147483648")).isInt());
    }

    @Test
    void equalityIgnoresPlacesButNothingElse() throws JsonException {
        assertEquals(JsonReaderTest.read("{\"a\":[1,\"x\",true,null]}"),
                JsonReaderTest.read("\n { \"a\" : [ 1 , \"x\" , true , null ] }"));
        assertEquals(JsonReaderTest.read("[1]").hashCode(), JsonReaderTest.read(" [ 1]").hashCode());
        assertNotEquals(JsonReaderTest.read("[1]"), JsonReaderTest.read("[1.0]"));
        assertNotEquals(JsonReaderTest.read("[1]"), JsonReaderTest.read("[\"1\"]"));
        assertNotEquals(JsonReaderTest.read("{\"a\":1}"), JsonReaderTest.read("{\"b\":1}"));
    }

    @Test
    void objectsChangeByCopy() {
        Json.Obj object = Json.object().put("a", 1).put("b", "x").put("c", true).put("d", (String) null).build();
        Json.Obj changed = object.with("a", Json.of(2)).with("e", Json.of(0.5));
        assertEquals("{\"a\":1,\"b\":\"x\",\"c\":true,\"d\":null}", object.toString());
        assertEquals("{\"a\":2,\"b\":\"x\",\"c\":true,\"d\":null,\"e\":0.5}", changed.toString());
        assertEquals("{\"b\":\"x\",\"d\":null}", object.without("a", "c").toString());
        assertThrows(UnsupportedOperationException.class, () -> object.members().clear());
        assertNull(object.get("nothing"));
        assertEquals(7, object.whole("nothing", 7));
        assertEquals(1, object.number("a", 7));
        assertTrue(object.truth("c", false));
        assertTrue(object.object("b").isEmpty() && object.items("b").isEmpty());
    }
}
