package dev.headwater.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    @Test
    void aNetworkHasOneNodeALine() throws JsonException {
        String text = """
                {
                  "headwater": 1,
                  "nodes": [
                    {"id": "in", "layer": "Input", "shape": [2]},
                    {"id": "d", "layer": "Dense", "from": ["in"], "units": 5, "weight": {"initializer": "he"}}
                  ],
                  "blocks": {},
                  "losses": [{"node": "d", "loss": "mean-squared-error"}]
                }
                """;
        assertEquals(text, JsonWriter.write(JsonReaderTest.read(text)));
        assertFalse(JsonWriter.writeCompact(JsonReaderTest.read(text)).contains(" "));
    }

    @Test
    void noLineThatCanBreakIsWiderThan120() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 200; i++) {
            String text = JsonWriter.write(random(random, 0));
            assertTrue(text.lines().allMatch(line -> line.length() <= 120), text);
        }
    }

    @Test
    void randomTreesReadBackEqual() throws JsonException {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 500; i++) {
            Json tree = random(random, 0);
            assertEquals(tree, JsonReaderTest.read(JsonWriter.write(tree)));
            assertEquals(tree, JsonReaderTest.read(JsonWriter.writeCompact(tree)));
            assertFalse(JsonWriter.writeCompact(tree).contains("\n"));
        }
    }

    private static Json random(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth > 5 ? 4 : 7)) {
            case 0 -> Json.of(random.nextDouble() * Math.pow(10, random.nextInt(-300, 300)));
            case 1 -> Json.of(text(random));
            case 2 -> Json.of(random.nextBoolean());
            case 3 -> Json.NULL;
            case 4 -> {
                List<Json> items = new ArrayList<>();
                for (int i = random.nextInt(6); i > 0; i--) {
                    items.add(random(random, depth + 1));
                }
                yield Json.array(items);
            }
            default -> {
                Json.Builder object = Json.object();
                for (int i = random.nextInt(6); i > 0; i--) {
                    object.put(text(random), random(random, depth + 1));
                }
                yield object.build();
            }
        };
    }

    private static String text(SplittableRandom random) {
        String alphabet = "ab \"\\/\n\r\t\u0001\u001fäß€\u2028";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return random.nextInt(10) == 0 ? text.append("😀").toString() : text.toString();
    }

    @Test
    void halfASurrogatePairSurvives() throws JsonException {
        for (String text : List.of("\ud83d", "\ude00", "a\ud83dx", "\ude00\ud83d", "😀")) {
            assertEquals(Json.of(text), JsonReaderTest.read(JsonWriter.write(Json.of(text))));
        }
    }

    @Test
    void numbersKeepTheirText() throws JsonException {
        String text = "[1.0,1e-3,100000000000000000000000000,-0,0.10]";
        assertEquals(text, JsonWriter.writeCompact(JsonReaderTest.read(text)));
    }
}
