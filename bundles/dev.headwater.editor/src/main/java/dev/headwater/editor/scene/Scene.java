package dev.headwater.editor.scene;

import dev.headwater.core.edit.Grid;
import dev.headwater.core.edit.Layering;
import dev.headwater.core.edit.Place;
import dev.headwater.core.network.Analysis;
import dev.headwater.core.network.LayerReference;
import dev.headwater.core.network.Network;
import dev.headwater.core.network.Node;
import dev.headwater.core.network.Problem;
import dev.headwater.core.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that the diagram of a network shows. Immutable. */
public final class Scene {
    /** Of no network. */
    public static final Scene EMPTY = new Scene(Map.of(), Map.of(), Map.of(), Map.of());

    private final Map<NodeKey, Spot> spots;
    private final Map<NodeKey, List<Wire>> into;
    private final Map<NodeKey, List<Wire>> outOf;
    private final Map<Wire, Integer> lanes;

    private Scene(Map<NodeKey, Spot> spots, Map<NodeKey, List<Wire>> into, Map<NodeKey, List<Wire>> outOf,
            Map<Wire, Integer> lanes) {
        this.spots = spots;
        this.into = into;
        this.outOf = outOf;
        this.lanes = lanes;
    }

    /** The scene of a network; {@code analysis} may be of an earlier state. */
    public static Scene of(Network network, Analysis analysis, Grid grid) {
        Map<String, Place> places = Layering.of(network, grid);
        Map<String, Problem> problems = worst(analysis.problems());
        Map<NodeKey, Spot> spots = new LinkedHashMap<>();
        Map<String, Integer> twins = new HashMap<>();
        for (Node node : network.nodes()) {
            int twin = twins.merge(node.id(), 0, (old, zero) -> old + 1);
            NodeKey key = new NodeKey(node.id(), twin);
            Shape shape = analysis.shapes().get(node.id());
            Place place = places.get(node.id()).plus(twin * grid.margin(), twin * grid.margin());
            spots.put(key, new Spot(key, node, place, Captions.of(node), shape == null ? "" : shape.toString(),
                    analysis.parameters().getOrDefault(node.id(), -1L), problems.get(node.id())));
        }
        Map<NodeKey, List<Wire>> into = new HashMap<>();
        Map<NodeKey, List<Wire>> outOf = new HashMap<>();
        for (Spot spot : spots.values()) {
            List<String> from = spot.node().from();
            for (int i = 0; i < from.size(); i++) {
                Wire wire = new Wire(new NodeKey(from.get(i)), spot.key(), i);
                if (spots.containsKey(wire.from())) {
                    into.computeIfAbsent(wire.to(), key -> new ArrayList<>()).add(wire);
                    outOf.computeIfAbsent(wire.from(), key -> new ArrayList<>()).add(wire);
                }
            }
        }
        return new Scene(spots, into, outOf, new Lanes(spots, grid).of(into.values()));
    }

    /** What a node is, with its main settings: {@code Dense · 5 · sigmoid}. */
    public static String caption(Node node) {
        return Captions.of(node);
    }

    private static Map<String, Problem> worst(List<Problem> problems) {
        Map<String, Problem> worst = new HashMap<>();
        for (Problem problem : problems) {
            if (problem.node() != null) {
                worst.merge(new LayerReference(null, problem.node()).top(), problem, (a, b) -> a.isError() || !b
                        .isError() ? a : b);
            }
        }
        return worst;
    }

    /** The nodes, in file order. */
    public List<NodeKey> keys() {
        return List.copyOf(spots.keySet());
    }

    /** One node, or {@code null}. */
    public Spot spot(NodeKey key) {
        return spots.get(key);
    }

    /** The wires to what a node reads. */
    public List<Wire> into(NodeKey key) {
        return into.getOrDefault(key, List.of());
    }

    /** The wires to those who read a node. */
    public List<Wire> outOf(NodeKey key) {
        return outOf.getOrDefault(key, List.of());
    }

    /** Where a wire goes down that would otherwise cross nodes; {@code null} where it can go straight. */
    public Integer lane(Wire wire) {
        return lanes.get(wire);
    }

    /** Where the nodes stand, by id. */
    public Map<String, Place> places() {
        Map<String, Place> places = new LinkedHashMap<>();
        spots.values().forEach(spot -> places.putIfAbsent(spot.key().id(), spot.place()));
        return places;
    }
}
