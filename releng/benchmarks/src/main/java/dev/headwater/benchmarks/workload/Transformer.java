package dev.headwater.benchmarks.workload;

import java.util.List;

/**
 * One transformer block, normalization first (Xiong et al. 2020): y = x + attention(norm(x)), z = y + F(norm(y)), where F
 * is two dense layers with GELU between them. It learns random targets.
 *
 * @param time steps of a sequence
 * @param width features of a step
 * @param heads of the attention
 * @param hidden units between the two dense layers
 */
public record Transformer(String name, int time, int width, int heads, int hidden) implements Workload {
    /** The ε of layer normalization. */
    public static final double EPSILON = 1e-5;

    @Override
    public String about() {
        return "transformer block, d " + width + ", " + heads + " heads, T " + time + ", hidden " + hidden;
    }

    @Override
    public List<Integer> batches() {
        return List.of(32);
    }

    @Override
    public double rate() {
        return 0.1;
    }

    @Override
    public String network() {
        return """
                "nodes": [{"id": "in", "layer": "Input", "shape": [%d, %d]},
                 {"id": "norm1", "layer": "LayerNorm", "from": ["in"], "epsilon": %s},
                 {"id": "attention", "layer": "MultiHeadAttention", "from": ["norm1"], "heads": %d},
                 {"id": "sum1", "layer": "Add", "from": ["attention", "in"]},
                 {"id": "norm2", "layer": "LayerNorm", "from": ["sum1"], "epsilon": %3$s},
                 {"id": "wide", "layer": "Dense", "from": ["norm2"], "units": %d, "activation": "gelu"},
                 {"id": "narrow", "layer": "Dense", "from": ["wide"], "units": %2$d},
                 {"id": "sum2", "layer": "Add", "from": ["narrow", "sum1"]}],
                "losses": [{"node": "sum2", "loss": "mean-squared-error"}]"""
                .formatted(time, width, EPSILON, heads, hidden);
    }

    @Override
    public float[] inputs(int batch) {
        return Draws.normal(batch * time * width, 7);
    }

    @Override
    public float[] targets(int batch) {
        return Draws.normal(batch * time * width, 8);
    }
}
