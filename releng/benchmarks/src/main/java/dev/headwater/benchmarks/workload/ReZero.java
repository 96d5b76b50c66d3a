package dev.headwater.benchmarks.workload;

import java.util.List;

/**
 * A very deep network that begins as the identity (Bachlechner et al. 2021): layers x + α relu(W x + b) whose α begins at
 * 0, and ten classes.
 *
 * @param layers how many
 * @param width features of each
 */
public record ReZero(String name, int layers, int width) implements Workload {
    /** Classes. */
    public static final int CLASSES = 10;

    @Override
    public String about() {
        return layers + " layers x + alpha relu(W x + b), width " + width;
    }

    @Override
    public List<Integer> batches() {
        return List.of(32);
    }

    @Override
    public double rate() {
        return 0.001;
    }

    /** What the path of a layer's parameters begins with, from 0. */
    public String layer(int i) {
        return "deep." + (i + 1) + "/";
    }

    @Override
    public String network() {
        return """
                "nodes": [{"id": "in", "layer": "Input", "shape": [%d]},
                 {"id": "deep", "block": "rezero", "from": ["in"], "repeat": %d},
                 {"id": "dense", "layer": "Dense", "from": ["deep"], "units": %d},
                 {"id": "classes", "layer": "Softmax", "from": ["dense"]}],
                "blocks": {"rezero": {"nodes": [
                 {"id": "a", "layer": "Dense", "from": ["$in"], "units": %1$d, "activation": "relu", "weight": "he"},
                 {"id": "alpha", "layer": "Scale", "from": ["a"]},
                 {"id": "sum", "layer": "Add", "from": ["alpha", "$in"]}], "out": "sum"}},
                "losses": [{"node": "classes", "loss": "categorical-cross-entropy"}]"""
                .formatted(width, layers, CLASSES);
    }

    @Override
    public float[] inputs(int batch) {
        return Draws.normal(batch * width, 9);
    }

    @Override
    public float[] targets(int batch) {
        return Draws.labels(batch, CLASSES, 10);
    }
}
