package dev.headwater.core.engine;

import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.loss.Loss;
import dev.headwater.core.network.GraphLoss;
import dev.headwater.core.network.GraphNode;
import dev.headwater.core.network.Pretraining;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Who reads whom: which nodes lead to a loss, which need gradients, and how many readers each output has. */
final class Wiring {
    private final Pretraining pretraining;
    private final List<GraphNode> nodes;
    private final List<GraphLoss> losses;
    private final boolean[] live;
    private final boolean[] learns;
    private final int[] readers;
    private final boolean[] counts;
    private final boolean[] idle;

    Wiring(Pretraining pretraining) {
        this.pretraining = pretraining;
        nodes = pretraining.graph().nodes();
        losses = pretraining.graph().losses();
        live = new boolean[nodes.size()];
        learns = new boolean[nodes.size()];
        readers = new int[nodes.size()];
        counts = new boolean[losses.size()];
        Arrays.fill(counts, 0, pretraining.losses(), true);
        idle = new boolean[nodes.size()];
        Arrays.fill(idle, pretraining.nodes(), idle.length, true);
        losses.forEach(loss -> {
            live[loss.node()] = true;
            readers[loss.node()]++;
        });
        for (int i = nodes.size() - 1; i >= 0; i--) {
            if (live[i]) {
                for (int input : nodes.get(i).inputs()) {
                    live[input] = true;
                    readers[input]++;
                }
            }
        }
        for (GraphNode node : nodes) {
            boolean fed = node.inputs().stream().anyMatch(i -> learns[i]);
            learns[node.index()] = live[node.index()] && (fed || node.parameters().stream().anyMatch(
                    ParameterSpec::trainable));
        }
    }

    List<GraphNode> nodes() {
        return nodes;
    }

    List<GraphLoss> losses() {
        return losses;
    }

    /** Whether the i-th loss counts at present. */
    boolean counts(int loss) {
        return counts[loss];
    }

    /** What autoencoder stages add to the design. */
    Pretraining pretraining() {
        return pretraining;
    }

    /** Whether a layer is a decoder's whose stage is not trained at present: it computes nothing. */
    boolean idle(int node) {
        return idle[node];
    }

    /** Lets a decoder's layer be idle or not, between steps. */
    void idle(int node, boolean whether) {
        idle[node] = whether;
    }

    /** The nodes of the design that lead to a loss, inputs first: those of which there is telemetry. */
    List<GraphNode> shownNodes() {
        return liveNodes().stream().filter(node -> !pretraining.decodes(node.index())).toList();
    }

    /** The first loss that counts at present. */
    int leading() {
        int first = 0;
        while (!counts[first] && first < counts.length - 1) {
            first++;
        }
        return first;
    }

    /** Lets the i-th loss count or not, between steps. */
    void count(int loss, boolean whether) {
        counts[loss] = whether;
    }

    /** The nodes that lead to a loss, inputs first. */
    List<GraphNode> liveNodes() {
        List<GraphNode> result = new ArrayList<>();
        for (GraphNode node : nodes) {
            if (live[node.index()]) {
                result.add(node);
            }
        }
        return result;
    }

    boolean[] live() {
        return live;
    }

    /** Whether the node or anything upstream of it has parameters, so that dL/d(output) is needed. */
    boolean learns(int node) {
        return learns[node];
    }

    /** Whether dL/d(output) has memory: somebody learns from it, or a loss writes it in any case. */
    boolean hasGradient(int node) {
        return learns[node] || losses.stream().anyMatch(loss -> loss.node() == node);
    }

    /** How many gradients arrive at the node's output; a loss counts as one. */
    int readers(int node) {
        return readers[node];
    }

    /** Whether the loss at this node starts from its logits: it is the only reader and the loss fits the layer. */
    boolean fused(int node) {
        if (readers[node] != 1) {
            return false;
        }
        for (GraphLoss loss : losses) {
            if (loss.node() == node) {
                Loss function = loss.loss();
                return function.fuses(nodes.get(node).layer());
            }
        }
        return false;
    }
}
