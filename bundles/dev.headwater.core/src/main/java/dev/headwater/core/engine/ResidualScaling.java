package dev.headwater.core.engine;

import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.layer.Add;
import dev.headwater.core.network.Graph;
import dev.headwater.core.network.GraphNode;
import dev.headwater.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Fixup's start. A residual branch is found from its Add: what lies between the Add and the last node that all its inputs
 * come from, for every input but the shortcut. The shortcut is the input with the fewest layers that have weights, of
 * several the last one; it may be a projection, and stays as it is.
 */
final class ResidualScaling {
    private final Graph graph;
    private final Model model;
    private final Map<String, Tensor> tensors;
    private final Set<Integer> done = new HashSet<>();

    ResidualScaling(Graph graph, Model model) {
        this.graph = graph;
        this.model = model;
        tensors = model.tensors();
    }

    List<String> apply() {
        List<List<GraphNode>> branches = new ArrayList<>();
        for (GraphNode node : graph.nodes()) {
            if (node.layer() instanceof Add && model.live(node.index())) {
                collect(node, branches);
            }
        }
        for (List<GraphNode> branch : branches) {
            int m = branch.size();
            for (int i = 0; i < m - 1; i++) {
                if (done.add(branch.get(i).index())) {
                    multiply(branch.get(i), Math.pow(branches.size(), -1.0 / (2 * m - 2)), false);
                }
            }
            done.add(branch.get(m - 1).index());
            multiply(branch.get(m - 1), 0, true);
        }
        graph.losses().forEach(loss -> silence(graph.nodes().get(loss.node())));
        return branches.isEmpty() ? List.of("Fixup found no residual branch: no Add node adds a layer with weights to"
                + " what that layer reads; only the last layer was set to 0") : List.of();
    }

    /** The layers with weights of each branch that this Add adds, input side first. */
    private void collect(GraphNode add, List<List<GraphNode>> branches) {
        List<List<GraphNode>> all = new ArrayList<>();
        TreeMap<Integer, Long> open = new TreeMap<>();
        long every = 0;
        for (int i = 0; i < add.inputs().size(); i++) {
            all.add(new ArrayList<>());
            open.merge(add.inputs().get(i), 1L << i, (a, b) -> a | b);
            every |= 1L << i;
        }
        while (!open.isEmpty() && open.lastEntry().getValue() != every) {
            int index = open.lastKey();
            long readers = open.remove(index);
            GraphNode node = graph.nodes().get(index);
            for (int i = 0; i < all.size(); i++) {
                if ((readers >> i & 1) == 1 && weighted(node)) {
                    all.get(i).addFirst(node);
                }
            }
            node.inputs().forEach(input -> open.merge(input, readers, (a, b) -> a | b));
        }
        if (open.isEmpty()) {
            return; // nothing in common: a sum of unrelated inputs
        }
        int shortcut = 0;
        for (int i = 1; i < all.size(); i++) {
            shortcut = all.get(i).size() <= all.get(shortcut).size() ? i : shortcut;
        }
        for (int i = 0; i < all.size(); i++) {
            if (i != shortcut && !all.get(i).isEmpty()) {
                branches.add(all.get(i));
            }
        }
    }

    private static boolean weighted(GraphNode node) {
        return node.parameters().stream().anyMatch(ResidualScaling::isWeight);
    }

    private static boolean isWeight(ParameterSpec parameter) {
        return parameter.trainable() && parameter.shape().rank() > 1;
    }

    /** The layer with weights that a loss judges, through layers that have none. */
    private void silence(GraphNode judged) {
        GraphNode node = judged;
        while (!weighted(node) && node.inputs().size() == 1) {
            node = graph.nodes().get(node.inputs().getFirst());
        }
        if (weighted(node)) {
            multiply(node, 0, true);
        }
    }

    private void multiply(GraphNode node, double factor, boolean biases) {
        for (ParameterSpec parameter : node.parameters()) {
            if (isWeight(parameter) || biases && parameter.trainable()) {
                Tensor tensor = tensors.get(node.id() + "/" + parameter.name());
                for (int i = 0; i < tensor.data().capacity(); i++) {
                    tensor.data().put(i, factor == 0 ? 0f : (float) (factor * tensor.data().get(i)));
                }
            }
        }
    }
}
