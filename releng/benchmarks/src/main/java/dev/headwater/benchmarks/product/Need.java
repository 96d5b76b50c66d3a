package dev.headwater.benchmarks.product;

import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.layer.Input;
import dev.headwater.core.layer.LSTM;
import dev.headwater.core.layer.MultiHeadAttention;
import dev.headwater.core.layer.Recurrent;
import dev.headwater.core.network.GraphNode;
import dev.headwater.core.tensor.Shape;

/** The memory that a training cannot do without, in bytes. */
final class Need {
    private Need() {
    }

    /** Parameters, gradients, what the optimizer keeps, all values that backward needs again and their gradients. */
    static long step(Sketch sketch, int batch) {
        long values = sketch.graph().parameterCount() * (2 + sketch.recipe().optimizer().slots().size());
        for (GraphNode node : sketch.graph().nodes()) {
            long kept = node.shape().size() + inside(sketch, node);
            values += kept * batch * (node.layer() instanceof Input ? 1 : 2);
        }
        return values * Float.BYTES;
    }

    /** What a layer computes on the way to its output, for one example. */
    private static long inside(Sketch sketch, GraphNode node) {
        if (node.layer() instanceof Recurrent recurrent) {
            // The gates of every step, the states and an LSTM's cells; the output may be the states.
            Shape square = parameter(node, "weight_hh");
            long states = (node.layer() instanceof LSTM ? 1 : 0) + (recurrent.returnSequences() ? 0 : 1);
            long time = sketch.graph().nodes().get(node.inputs().getFirst()).shape().extent(0);
            return time * (square.extent(0) + states * square.extent(1));
        }
        if (node.layer() instanceof MultiHeadAttention attention) {
            // Queries, keys, values, what the heads saw, and how strongly each step looked at each.
            long time = node.shape().extent(0);
            return 4 * time * parameter(node, "wq").extent(0) + attention.heads() * time * time;
        }
        return 0;
    }

    private static Shape parameter(GraphNode node, String name) {
        return node.parameters().stream().filter(parameter -> parameter.name().equals(name)).map(ParameterSpec::shape)
                .findFirst().orElseThrow();
    }

    /** Parameters, every layer's output, and in double the products of the states with each other. */
    static long ridge(Sketch sketch, int units) {
        long values = sketch.graph().parameterCount();
        for (GraphNode node : sketch.graph().nodes()) {
            values += node.shape().size();
        }
        return values * Float.BYTES + (long) units * units * Double.BYTES;
    }
}
