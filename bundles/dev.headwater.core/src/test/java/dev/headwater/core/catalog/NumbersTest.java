package dev.headwater.core.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonException;
import dev.headwater.core.json.JsonReader;
import dev.headwater.core.json.Position;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Settings that are lists of numbers. */
class NumbersTest {
    /** A record with one. */
    public record Prices(@Setting(about = "Prices.", byDefault = "[]", min = 0) List<Double> prices) {
    }

    private final List<String> errors = new ArrayList<>();
    private final Binder binder = new Binder();

    private Prices bind(String json) throws JsonException {
        Json object = JsonReader.read("test", json.getBytes(StandardCharsets.UTF_8));
        return binder.bind(Prices.class, object, Set.of(), new Problems() {
            @Override
            public void error(Position at, String message) {
                errors.add(message);
            }

            @Override
            public void warning(Position at, String message) {
                errors.add(message);
            }
        });
    }

    @Test
    void aListOrASingleNumberIsRead() throws JsonException {
        assertEquals(List.of(1.0, 2.5), bind("{\"prices\": [1, 2.5]}").prices());
        assertEquals(List.of(3.0), bind("{\"prices\": 3}").prices());
        assertEquals(List.of(), bind("{}").prices());
        assertEquals(List.of(), errors);
        Prices prices = new Prices(List.of(1.0, 2.5));
        assertEquals(prices, bind(dev.headwater.core.json.JsonWriter.write(binder.unbind(prices))));
    }

    @Test
    void whatIsNoNumberOrOutOfRangeIsAnError() throws JsonException {
        assertNull(bind("{\"prices\": [1, \"two\"]}"));
        assertNull(bind("{\"prices\": [1, -2]}"));
        assertEquals(2, errors.size());
        assertTrue(errors.get(0).contains("'prices'") && errors.get(0).contains("must be a list of numbers"), errors
                .get(0));
        assertTrue(errors.get(1).contains("must be at least 0, was -2"), errors.get(1));
    }
}
