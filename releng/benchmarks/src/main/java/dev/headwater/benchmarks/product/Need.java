package dev.headwater.benchmarks.product;

import dev.headwater.core.layer.Input;
import dev.headwater.core.network.GraphNode;

/** The memory that a training cannot do without. */
final class Need {
    private Need() {
    }

    /** Bytes of parameters, gradients, what the optimizer keeps, every layer's output and the output's gradient. */
    static long bytes(Sketch sketch, int batch) {
        long values = sketch.graph().parameterCount() * (2 + sketch.recipe().optimizer().slots().size());
        for (GraphNode node : sketch.graph().nodes()) {
            values += (long) node.shape().size() * batch * (node.layer() instanceof Input ? 1 : 2);
        }
        return values * Float.BYTES;
    }
}
