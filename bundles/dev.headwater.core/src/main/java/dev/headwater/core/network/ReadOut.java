package dev.headwater.core.network;

import dev.headwater.core.activation.Linear;
import dev.headwater.core.layer.Dense;
import dev.headwater.core.layer.EchoState;
import dev.headwater.core.loss.MeanSquaredError;
import dev.headwater.core.network.Fit.RidgeFit;
import dev.headwater.core.tensor.Shape;
import java.util.List;

/**
 * The layer that a ridge fit finds: the linear Dense layer that the only loss judges.
 *
 * @param node the layer
 * @param from index of the node that it reads
 * @param steps of a sequence; 1 where it reads no sequence
 * @param washout steps at each sequence's beginning that are left out
 */
public record ReadOut(GraphNode node, int from, int steps, int washout) {
    private static final String WANTED = "recipe.fit \"ridge\" finds one linear Dense layer by least squares: ";

    /**
     * The read-out of a network.
     *
     * @throws IllegalArgumentException if it has none that could be fitted so; the sentence says why
     */
    public static ReadOut of(Graph graph, RidgeFit fit) {
        return of(graph.nodes(), graph.losses(), fit);
    }

    static ReadOut of(List<GraphNode> nodes, List<GraphLoss> losses, RidgeFit fit) {
        if (losses.size() != 1 || !(losses.getFirst().loss() instanceof MeanSquaredError)) {
            throw new IllegalArgumentException(WANTED + "the network must have exactly one loss, mean-squared-error");
        }
        GraphNode node = nodes.get(losses.getFirst().node());
        if (!(node.layer() instanceof Dense dense) || !(dense.activation() instanceof Linear)) {
            throw new IllegalArgumentException(WANTED + "node " + node.id()
                    + ", which the loss judges, must be a Dense layer with the activation linear");
        }
        int from = node.inputs().getFirst();
        Shape read = nodes.get(from).shape();
        int steps = read.size() / read.columns();
        int longest = 0;
        for (GraphNode other : nodes) {
            longest = other.layer() instanceof EchoState echo ? Math.max(longest, echo.washout()) : longest;
        }
        int washout = fit.washout().orElse(steps == 1 ? 0 : longest);
        if (washout >= steps) {
            throw new IllegalArgumentException("recipe.fit.washout leaves out " + washout + " steps, but node "
                    + node.id() + " reads only " + steps + "; set it below that");
        }
        return new ReadOut(node, from, steps, washout);
    }
}
