package dev.headwater.core.edit;

import dev.headwater.core.json.Json;
import dev.headwater.core.network.Network;
import dev.headwater.core.network.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The member {@code diagram} of a network: where nodes are drawn, {@code {"dense1": [120, 40]}}. */
public final class Diagram {
    /** Beyond this nothing could be drawn or found again. */
    private static final int FARTHEST = 1_000_000;

    private Diagram() {
    }

    /** The places that the network gives its nodes; what is no place of a node is left out. */
    public static Map<String, Place> places(Network network) {
        Map<String, Place> places = new LinkedHashMap<>();
        if (network.diagram().isEmpty()) {
            return places;
        }
        for (Node node : network.nodes()) {
            Place place = place(network.diagram().items(node.id()));
            if (place != null) {
                places.put(node.id(), place);
            }
        }
        return places;
    }

    private static Place place(List<Json> items) {
        return items.size() == 2 && items.get(0) instanceof Json.Num x && items.get(1) instanceof Json.Num y
                && near(x) && near(y) ? new Place(x.asInt(), y.asInt()) : null;
    }

    private static boolean near(Json.Num number) {
        return number.isInt() && Math.abs((long) number.asInt()) <= FARTHEST;
    }

    /** The network with nodes drawn at these places; all others stay. */
    public static Network place(Network network, Map<String, Place> places) {
        Map<String, Json> members = new LinkedHashMap<>(network.diagram().members());
        places.forEach((id, place) -> members.put(id, Json.array(List.of(Json.of(place.x()), Json.of(place.y())))));
        return Structure.with(network, network.nodes(), network.losses(), Json.Obj.of(members));
    }

    /** The network whose diagram is arranged by itself again. */
    public static Network arrange(Network network) {
        String[] ids = network.nodes().stream().map(Node::id).toArray(String[]::new);
        return Structure.with(network, network.nodes(), network.losses(), network.diagram().without(ids));
    }
}
