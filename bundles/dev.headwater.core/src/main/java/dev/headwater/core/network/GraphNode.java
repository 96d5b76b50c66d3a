package dev.headwater.core.network;

import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.tensor.Shape;
import java.util.List;

/**
 * One layer at its place in the unrolled network.
 *
 * @param index its place in the topological order
 * @param id {@code dense1}, or {@code stage1.3/a} inside a block
 * @param layer its settings and mathematics
 * @param inputs indices of the nodes it reads, in order; all smaller than its own
 * @param shape of one example of its output
 * @param depth longest path from an input; 0 for an input
 * @param parameters what it learns
 * @param output whether a loss judges it
 * @param origin the node of the design that it came from
 */
public record GraphNode(int index, String id, Layer layer, List<Integer> inputs, Shape shape, int depth,
        List<ParameterSpec> parameters, boolean output, Node origin) {
    /** A node with copies of its lists. */
    public GraphNode {
        inputs = List.copyOf(inputs);
        parameters = List.copyOf(parameters);
    }

    /** The layer's name in the catalog. */
    public String kind() {
        return origin.kind();
    }

    /** How many numbers it learns. */
    public long parameterCount() {
        long count = 0;
        for (ParameterSpec parameter : parameters) {
            count += parameter.shape().size();
        }
        return count;
    }
}
