package dev.headwater.core.engine;

import dev.headwater.core.network.Graph;
import dev.headwater.core.network.Network;
import dev.headwater.core.network.NetworkFile;
import dev.headwater.core.network.Problem;
import dev.headwater.core.network.Severity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Networks and batches for tests. */
final class Nets {
    private Nets() {
    }

    /** The network of this text. */
    static Network network(String text) {
        NetworkFile.Parsed parsed = NetworkFile.read("test", text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        List<Problem> errors = parsed.problems().stream().filter(p -> p.severity() == Severity.ERROR).toList();
        if (!errors.isEmpty()) {
            throw new AssertionError(errors);
        }
        return parsed.network();
    }

    static Graph graph(Network network) {
        List<Problem> problems = new ArrayList<>();
        Graph graph = Graph.of(network, problems);
        if (graph == null) {
            throw new AssertionError(problems);
        }
        return graph;
    }

    /** {@code depth} dense layers of {@code units} with this activation between {@code inputs} and one sigmoid unit. */
    static String chain(int inputs, int depth, int units, String activation, String optimizer) {
        StringBuilder text = new StringBuilder("{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': ["
                + inputs + "]}");
        String from = "in";
        for (int i = 1; i <= depth; i++) {
            text.append(", {'id': 'd").append(i).append("', 'layer': 'Dense', 'from': ['").append(from)
                    .append("'], 'units': ").append(units).append(", 'activation': '").append(activation).append("'}");
            from = "d" + i;
        }
        return text + ", {'id': 'out', 'layer': 'Dense', 'from': ['" + from
                + "'], 'units': 1, 'activation': 'sigmoid'}],"
                + "'losses': [{'node': 'out', 'loss': 'binary-cross-entropy'}], 'recipe': {'optimizer': " + optimizer
                + "}}";
    }

    static Model model(String text, int batch, int parts, int threads) {
        Network network = network(text);
        Model model = new Model(graph(network), network.recipe().optimizer(), network.recipe().probe(), batch, parts,
                threads);
        model.initialize(7);
        return model;
    }

    static float[] normal(int n, long seed) {
        Random random = new Random(seed);
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    static float[] labels(int n, long seed) {
        Random random = new Random(seed);
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = random.nextInt(2);
        }
        return values;
    }
}
