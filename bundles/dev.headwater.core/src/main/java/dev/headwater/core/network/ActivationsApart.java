package dev.headwater.core.network;

import dev.headwater.core.activation.Linear;
import dev.headwater.core.catalog.Component;
import dev.headwater.core.json.Json;
import dev.headwater.core.layer.Activation;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.layer.Layers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A network in which the activations that layers with a weight bear stand behind them as nodes of their own. It computes
 * the same from the same parameters, by the same names, but what enters an activation can be seen.
 */
public final class ActivationsApart {
    private static final String SETTING = "activation";

    private ActivationsApart() {
    }

    /** Whether a node computes something linear of its input with a matrix called {@code weight}. */
    public static boolean weighted(GraphNode node) {
        return node.parameters().stream()
                .anyMatch(p -> p.name().equals("weight") && p.shape().rank() > 1 && p.trainable());
    }

    /** The network of this one. */
    public static Graph of(Graph graph) {
        List<GraphNode> nodes = new ArrayList<>();
        int[] placeOf = new int[graph.nodes().size()];
        for (GraphNode node : graph.nodes()) {
            List<Integer> inputs = node.inputs().stream().map(i -> placeOf[i]).toList();
            var bent = weighted(node) ? activation(node.layer()) : null;
            Layer layer = bent == null ? node.layer() : straight(node.layer());
            nodes.add(new GraphNode(nodes.size(), node.id(), layer, inputs, node.shape(), node.depth(),
                    node.parameters(), node.output(), node.origin()));
            if (bent != null) {
                nodes.add(new GraphNode(nodes.size(), node.id() + "#" + SETTING, new Activation(bent),
                        List.of(nodes.size() - 1), node.shape(), node.depth(), List.of(), node.output(),
                        node.origin()));
            }
            placeOf[node.index()] = nodes.size() - 1;
        }
        List<GraphLoss> losses = graph.losses().stream().map(l -> new GraphLoss(placeOf[l.node()], l.loss())).toList();
        return new Graph(nodes, losses, Map.of());
    }

    /** The activation that a layer has as a setting, unless it does nothing; else {@code null}. */
    private static dev.headwater.core.activation.Activation activation(Layer layer) {
        Component setting = Layers.ALL.entryOf(layer).setting(SETTING);
        if (setting == null || setting.raw() != dev.headwater.core.activation.Activation.class) {
            return null;
        }
        Json said = Vocabulary.binder().unbind(layer).get(SETTING);
        Object value = said == null ? Vocabulary.binder().byDefault(setting)
                : Vocabulary.binder().bind("", setting, said, new ProblemList(new ArrayList<>()));
        return value instanceof Linear ? null : (dev.headwater.core.activation.Activation) value;
    }

    private static Layer straight(Layer layer) {
        Json.Obj linear = Vocabulary.binder().unbind(layer).with(SETTING, Json.of("linear"));
        return Vocabulary.binder().bind(Layers.ALL, linear, Set.of(), new ProblemList(new ArrayList<>()));
    }
}
