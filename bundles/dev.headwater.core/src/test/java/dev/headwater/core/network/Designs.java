package dev.headwater.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Network files for tests, and what is said about them. */
final class Designs {
    /** Every feature of the format in one valid file. */
    static final String RICH = """
            {
              "$schema": "headwater-1.schema.json",
              "headwater": 1,
              "nodes": [
                {"id": "in", "layer": "Input", "shape": [2]},
                {"id": "dense1", "layer": "Dense", "from": ["in"], "units": 5, "bias": {"initializer": "constant", \
            "value": 1}},
                {"id": "stage1", "block": "residual", "from": ["dense1"], "repeat": 3, "units": 5},
                {"id": "out", "layer": "Dense", "from": ["stage1"], "units": 1, "activation": "sigmoid"}
              ],
              "blocks": {
                "residual": {
                  "settings": {"units": 4},
                  "nodes": [
                    {"id": "a", "layer": "Dense", "from": ["$in"], "units": "$units", "activation": "tanh"},
                    {"id": "sum", "layer": "Add", "from": ["a", "$in"]}
                  ],
                  "out": "sum"
                }
              },
              "losses": [{"node": "out", "loss": "binary-cross-entropy"}],
              "data": {"source": "csv", "file": "circle.csv", "label": "label", "split": {"column": "split"}},
              "recipe": {"optimizer": {"kind": "adam", "learningRate": 0.001}, "batch": 128, "epochs": 300, "probe": \
            {}},
              "diagram": {"dense1": [120, 40]}
            }
            """;

    private Designs() {
    }

    /** A file with these nodes, one a line from line 3, a loss at {@code out} (line 2) and data. */
    static String withNodes(String... nodes) {
        return "{\"headwater\": 1, \"data\": {\"source\": \"circle\"},\n"
                + "\"losses\": [{\"node\": \"out\", \"loss\": \"mean-squared-error\"}], \"nodes\": [\n"
                + String.join(",\n", nodes) + "]}";
    }

    static NetworkFile.Parsed parse(String text) {
        return NetworkFile.read("t.headwater", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Everything wrong with a file, as {@code line:column [node] severity message}. */
    static List<String> problems(String text) {
        NetworkFile.Parsed parsed = parse(text);
        List<Problem> problems = new ArrayList<>(parsed.problems());
        if (parsed.network() != null) {
            Graph graph = Graph.of(parsed.network(), problems);
            assertEquals(problems.stream().anyMatch(Problem::isError), graph == null,
                    "no graph if and only if an error");
        }
        return problems.stream().map(Designs::line).toList();
    }

    static String line(Problem p) {
        return p.line() + ":" + p.column() + " " + (p.node() == null ? "" : "[" + p.node() + "] ")
                + p.severity().name().toLowerCase(Locale.ROOT) + ": " + p.message();
    }

    /** The graph of a file without any problem. */
    static Graph graph(String text) {
        assertEquals(List.of(), problems(text));
        Graph graph = Graph.of(parse(text).network(), new ArrayList<>());
        assertNotNull(graph);
        return graph;
    }
}
