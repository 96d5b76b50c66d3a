package dev.headwater.benchmarks.workload;

import java.util.List;

/**
 * Dense layers of one width between 784 inputs and ten classes.
 *
 * @param activation of the hidden layers, as the product names it
 * @param hidden how many there are
 * @param width units of each
 */
public record Mlp(String name, String activation, int hidden, int width, double rate) implements Workload {
    /** Features of an example. */
    public static final int INPUTS = 784;
    /** Classes. */
    public static final int CLASSES = 10;

    @Override
    public String about() {
        return INPUTS + "-[" + width + "]x" + hidden + "-" + CLASSES + " " + activation;
    }

    @Override
    public List<Integer> batches() {
        return List.of(32, 128, 512);
    }

    @Override
    public boolean onTwoThreads(int batch) {
        return batch != 128; // with the few rows and with the many
    }

    /** The id of a dense layer, from 0; the last gives the classes. */
    public static String layer(int i) {
        return "dense" + (i + 1);
    }

    @Override
    public String network() {
        String weight = activation.equals("relu") ? "he" : "xavier";
        StringBuilder nodes = new StringBuilder("{\"id\": \"in\", \"layer\": \"Input\", \"shape\": [" + INPUTS + "]}");
        String from = "in";
        for (int i = 0; i < hidden; i++) {
            nodes.append(", {\"id\": \"").append(layer(i)).append("\", \"layer\": \"Dense\", \"from\": [\"")
                    .append(from).append("\"], \"units\": ").append(width).append(", \"activation\": \"")
                    .append(activation).append("\", \"weight\": \"").append(weight).append("\"}");
            from = layer(i);
        }
        return """
                "nodes": [%s,
                 {"id": "%s", "layer": "Dense", "from": ["%s"], "units": %d},
                 {"id": "classes", "layer": "Softmax", "from": ["%2$s"]}],
                "losses": [{"node": "classes", "loss": "categorical-cross-entropy"}]"""
                .formatted(nodes, layer(hidden), from, CLASSES);
    }

    @Override
    public float[] inputs(int batch) {
        return Draws.uniform(batch * INPUTS, 1);
    }

    @Override
    public float[] targets(int batch) {
        return Draws.labels(batch, CLASSES, 2);
    }
}
