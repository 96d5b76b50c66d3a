package dev.headwater.core.engine;

import dev.headwater.core.layer.StateSpec;
import dev.headwater.core.network.GraphNode;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What layers keep from step to step without learning it, by {@code node/name}. */
final class States {
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private final List<StateSpec> specs = new ArrayList<>();
    private List<Tensor> inOrder = List.of();
    private float[][] kept;

    States(List<GraphNode> nodes, boolean[] live, Arena arena) {
        for (GraphNode node : nodes) {
            if (live[node.index()]) {
                List<Shape> inputs = node.inputs().stream().map(i -> nodes.get(i).shape()).toList();
                for (StateSpec spec : node.layer().states(inputs)) {
                    String path = node.id() + "/" + spec.name();
                    tensors.put(path, Tensor.of(path, arena.allocate(spec.shape().size()), spec.shape()));
                    specs.add(spec);
                }
            }
        }
        reset();
    }

    /** Fills all as they are at first. */
    void reset() {
        int k = 0;
        for (Tensor tensor : tensors.values()) {
            float initial = specs.get(k++).initial();
            for (int i = 0; i < tensor.shape().size(); i++) {
                tensor.data().put(i, initial);
            }
        }
    }

    /** Copies all as they are, to {@link #goBack} to. Allocates nothing after the first time. */
    void keep() {
        if (kept == null) {
            inOrder = List.copyOf(tensors.values());
            kept = new float[inOrder.size()][];
            for (int k = 0; k < kept.length; k++) {
                kept[k] = new float[inOrder.get(k).shape().size()];
            }
        }
        for (int k = 0; k < kept.length; k++) {
            inOrder.get(k).data().get(0, kept[k]);
        }
    }

    /** Makes all what they were when kept. */
    void goBack() {
        for (int k = 0; k < kept.length; k++) {
            inOrder.get(k).data().put(0, kept[k]);
        }
    }

    /** The state of a node, or {@code null} if its layer has declared none of this name. */
    Tensor of(String node, String name) {
        return tensors.get(node + "/" + name);
    }

    Map<String, Tensor> tensors() {
        return tensors;
    }
}
