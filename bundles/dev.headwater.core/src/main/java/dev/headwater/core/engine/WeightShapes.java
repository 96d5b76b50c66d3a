package dev.headwater.core.engine;

import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.layer.StateSpec;
import dev.headwater.core.network.Graph;
import dev.headwater.core.network.GraphNode;
import dev.headwater.core.network.Pretraining;
import dev.headwater.core.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a network's weights are called and which shapes they have, known before any memory is laid out: the names under
 * which {@link Model#tensors} has its parameters and states, without what an optimizer keeps.
 */
public final class WeightShapes {
    private WeightShapes() {
    }

    /** The shapes by name: {@code node/parameter}, and {@code state/node/name} for what layers keep. */
    public static Map<String, Shape> of(Graph graph) {
        Wiring wiring = new Wiring(Pretraining.none(graph));
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (GraphNode node : wiring.liveNodes()) {
            for (ParameterSpec parameter : node.parameters()) {
                shapes.put(node.id() + "/" + parameter.name(), parameter.shape());
            }
        }
        for (GraphNode node : wiring.liveNodes()) {
            List<Shape> inputs = node.inputs().stream().map(i -> wiring.nodes().get(i).shape()).toList();
            for (StateSpec state : node.layer().states(inputs)) {
                shapes.put("state/" + node.id() + "/" + state.name(), state.shape());
            }
        }
        return shapes;
    }
}
