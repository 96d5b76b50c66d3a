package dev.headwater.core.edit;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.headwater.core.network.Network;
import dev.headwater.core.network.NetworkFile;
import java.nio.charset.StandardCharsets;

/** Networks for tests of edits. */
final class Sketches {
    private Sketches() {
    }

    /** A network with these nodes, the last of which has a loss. */
    static Network network(String nodes, String rest) {
        String text = "{\"headwater\": 1, \"nodes\": [" + nodes + "]" + rest + "}";
        Network network = NetworkFile.read("test", text.getBytes(StandardCharsets.UTF_8)).network();
        assertNotNull(network, text);
        return network;
    }

    static String layer(String id, String kind, String... from) {
        String inputs = from.length == 0 ? "" : ", \"from\": [\"" + String.join("\", \"", from) + "\"]";
        return "{\"id\": \"" + id + "\", \"layer\": \"" + kind + "\"" + inputs
                + switch (kind) {
                    case "Dense" -> ", \"units\": 3}";
                    case "Input" -> ", \"shape\": [2]}";
                    default -> "}";
                };
    }

    /** in → a → b → sum ← a, and a loss at sum. */
    static Network diamond() {
        return network(String.join(",", layer("in", "Input"), layer("a", "Dense", "in"), layer("b", "Dense", "a"),
                layer("sum", "Add", "b", "a")),
                ", \"losses\": [{\"node\": \"sum\", \"loss\": \"mean-squared-error\"}], \"diagram\": {\"a\": [7, 8]}");
    }
}
