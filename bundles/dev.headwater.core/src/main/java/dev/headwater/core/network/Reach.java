package dev.headwater.core.network;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Finds layers whose output reaches no loss: they are computed and never learn. */
final class Reach {
    private final Network network;
    private final List<GraphNode> nodes;
    private final boolean[] reaches;

    Reach(Network network, List<GraphNode> nodes, List<GraphLoss> losses) {
        this.network = network;
        this.nodes = nodes;
        this.reaches = new boolean[nodes.size()];
        losses.forEach(loss -> reaches[loss.node()] = true);
        for (int i = nodes.size() - 1; i >= 0; i--) {
            if (reaches[i]) {
                nodes.get(i).inputs().forEach(input -> reaches[input] = true);
            }
        }
    }

    /** Warns once for each node of the design, or else of a block, of whose layers none reaches a loss. */
    void warnOfUnused(ProblemList problems) {
        Set<Node> used = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<String> usedTops = new HashSet<>();
        for (GraphNode node : nodes) {
            if (reaches[node.index()]) {
                used.add(node.origin());
                usedTops.add(top(node));
            }
        }
        for (GraphNode node : nodes) {
            if (!usedTops.contains(top(node))) {
                usedTops.add(top(node)); // one warning is enough
                used.add(node.origin());
                warn(problems, top(node), network.node(top(node)));
            } else if (used.add(node.origin())) {
                warn(problems, node.id(), node.origin());
            }
        }
    }

    private static void warn(ProblemList problems, String id, Node node) {
        problems.of(id).warning(node.at(), "the output reaches no loss: remove the node, or let another read it");
    }

    /** The node of the design that a layer stands in: {@code stage1} for {@code stage1.3/a}. */
    private static String top(GraphNode node) {
        int slash = node.id().indexOf('/');
        return slash < 0 ? node.id() : node.id().substring(0, node.id().lastIndexOf('.', slash));
    }
}
