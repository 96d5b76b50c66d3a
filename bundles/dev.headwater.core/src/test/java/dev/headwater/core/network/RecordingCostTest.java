package dev.headwater.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class RecordingCostTest {
    private static double cost(int batch, String probe) {
        StringBuilder nodes = new StringBuilder("{\"id\": \"in\", \"layer\": \"Input\", \"shape\": [784]}");
        String from = "in";
        for (int i = 0; i < 10; i++) {
            nodes.append(", {\"id\": \"d").append(i).append("\", \"layer\": \"Dense\", \"from\": [\"").append(from)
                    .append("\"], \"units\": 128, \"activation\": \"tanh\"}");
            from = "d" + i;
        }
        String text = "{\"headwater\": 1, \"nodes\": [" + nodes
                + "], \"losses\": [{\"node\": \"d9\", \"loss\": \"mse\"}],"
                + " \"recipe\": {\"batch\": " + batch + ", \"probe\": " + probe + "}}";
        Network network = NetworkFile.read("test", text.getBytes(StandardCharsets.UTF_8)).network();
        return RecordingCost.of(Graph.of(network, new ArrayList<>()), network.recipe());
    }

    @Test
    void nothingCostsNothing() {
        assertEquals(0, cost(32, "{\"parameters\": 0, \"outputs\": 0, \"allRows\": 0, \"histograms\": 0}"));
    }

    @Test
    void itIsAboutWhatTheBenchmarksMeasure() {
        assertEquals(0.31, cost(32, "{}"), 0.1, "small batches pay most");
        assertEquals(0.03, cost(512, "{}"), 0.02);
        assertEquals(1.2, cost(32, "{\"allRows\": 1, \"histograms\": 1}"), 0.3, "everything at every step");
    }

    @Test
    void lessOftenCostsLess() {
        double all = cost(32, "{}");
        double less = cost(32, "{\"parameters\": 10, \"outputs\": 10}");
        assertTrue(less < all / 3, less + " of " + all);
        assertTrue(cost(32, "{\"rows\": 8}") < all);
    }
}
