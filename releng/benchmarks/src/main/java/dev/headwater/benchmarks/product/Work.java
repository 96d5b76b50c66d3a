package dev.headwater.benchmarks.product;

import dev.headwater.core.layer.EchoState;
import dev.headwater.core.layer.MultiHeadAttention;
import dev.headwater.core.layer.Recurrent;
import dev.headwater.core.network.Graph;
import dev.headwater.core.network.GraphNode;
import dev.headwater.core.tensor.Shape;
import java.util.List;

/**
 * The multiplications and additions of a step's products, which no way of computing it can do without; what is done
 * element by element is not counted.
 */
final class Work {
    private final Graph graph;
    /** Whether anything up to and with a node learns. */
    private final boolean[] learns;

    Work(Graph graph) {
        this.graph = graph;
        learns = new boolean[graph.nodes().size()];
        for (GraphNode node : graph.nodes()) {
            learns[node.index()] = node.parameterCount() > 0 && !(node.layer() instanceof EchoState)
                    || node.inputs().stream().anyMatch(i -> learns[i]);
        }
    }

    /**
     * Of a training step: forward, and backward twice as much, for a product's two factors both have a gradient, but for
     * data that do not learn.
     */
    double step(int batch) {
        long multiplyAdds = 0;
        for (GraphNode node : graph.nodes()) {
            List<Shape> inputs = node.inputs().stream().map(i -> graph.nodes().get(i).shape()).toList();
            long forward = node.layer().multiplyAdds(inputs);
            multiplyAdds += 3 * forward;
            if (node.inputs().stream().noneMatch(i -> learns[i])) {
                multiplyAdds -= ofInput(node, inputs, forward);
            }
            if (node.layer() instanceof MultiHeadAttention) {
                // Scores and their use, which have no parameters: time · time · features each.
                multiplyAdds += 3 * 2L * inputs.getFirst().extent(0) * inputs.getFirst().size();
            }
        }
        return 2.0 * multiplyAdds * batch;
    }

    /** What of a layer's products reads the input; the rest of a recurrent layer reads its own state. */
    private static long ofInput(GraphNode node, List<Shape> inputs, long forward) {
        if (!(node.layer() instanceof Recurrent)) {
            return forward;
        }
        long weights = node.parameters().stream().filter(parameter -> parameter.name().equals("weight_ih"))
                .mapToLong(parameter -> parameter.shape().size()).sum();
        return inputs.getFirst().extent(0) * weights;
    }

    /**
     * Of the fit of a read-out: the states of one sequence, the triangle of their products with each other (n² for each
     * of m states) and its Cholesky decomposition (n³ / 3).
     */
    double ridge(int units, int states) {
        double harvest = 2.0 * graph.multiplyAdds();
        return harvest + (double) states * units * units + (double) units * units * units / 3;
    }
}
