package dev.headwater.core.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A design unrolled, bound and checked: every layer with its inputs, shape and parameters. Immutable. */
public final class Graph {
    /** How many layers a design may unroll to. */
    public static final int MAX_NODES = 200_000;
    /** How often a block may stand in a row. */
    public static final int MAX_REPEAT = 100_000;

    private final List<GraphNode> nodes;
    private final List<GraphLoss> losses;
    private final Map<String, Integer> byId = new HashMap<>();

    Graph(List<GraphNode> nodes, List<GraphLoss> losses, Map<String, Integer> blocks) {
        this.nodes = List.copyOf(nodes);
        this.losses = List.copyOf(losses);
        byId.putAll(blocks);
        this.nodes.forEach(node -> byId.put(node.id(), node.index()));
    }

    /**
     * The graph of a design.
     *
     * @param sink takes everything that is wrong with it
     * @return {@code null} if it has an error, or if reading it already reported one
     */
    public static Graph of(Network network, List<Problem> sink) {
        return new Building(network, new ProblemList(sink)).graph();
    }

    /** The same graph judged by other losses, as many, at the same nodes. */
    public Graph withLosses(List<GraphLoss> others) {
        return new Graph(nodes, others, byId);
    }

    /** This graph with more layers and losses behind its own. */
    Graph with(List<GraphNode> more, List<GraphLoss> moreLosses) {
        return new Graph(more, moreLosses, byId);
    }

    /** All layers, every one after those it reads, otherwise as in the file. */
    public List<GraphNode> nodes() {
        return nodes;
    }

    /** The losses, as in the file. */
    public List<GraphLoss> losses() {
        return losses;
    }

    /** The node of this id; for a top-level block its last output; {@code null} if there is none. */
    public GraphNode node(String id) {
        Integer index = byId.get(id);
        return index == null ? null : nodes.get(index);
    }

    /** How many numbers are learned. */
    public long parameterCount() {
        return nodes.stream().mapToLong(GraphNode::parameterCount).reduce(0, Saturated::plus);
    }

    /** Multiply-adds of a forward pass for one example. */
    public long multiplyAdds() {
        return nodes.stream()
                .mapToLong(node -> node.layer().multiplyAdds(node.inputs().stream().map(i -> nodes.get(i).shape())
                        .toList()))
                .reduce(0, Saturated::plus);
    }
}
