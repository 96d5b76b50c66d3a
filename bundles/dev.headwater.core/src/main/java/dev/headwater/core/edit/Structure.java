package dev.headwater.core.edit;

import dev.headwater.core.catalog.Entry;
import dev.headwater.core.json.Json;
import dev.headwater.core.json.Position;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.layer.Layers;
import dev.headwater.core.network.LayerReference;
import dev.headwater.core.network.Blocks;
import dev.headwater.core.network.LossAt;
import dev.headwater.core.network.Network;
import dev.headwater.core.network.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Edits of what reads what. None of them refuses: what makes no sense leaves the network as it was. */
public final class Structure {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private Structure() {
    }

    /** The network with a layer added at the end, its required settings filled in. */
    public static Network add(Network network, String kind, String id) {
        Entry<Layer> entry = Layers.ALL.find(kind);
        Json.Obj settings = entry == null ? Json.Obj.EMPTY : FirstSettings.of(entry);
        return add(network, new Node(id, kind, false, List.of(), 1, settings, Position.NONE));
    }

    /** The network with a block that it defines, or else one of {@link Blocks}, standing at the end, once. */
    public static Network addBlock(Network network, String block, String id) {
        return add(Blocks.define(network, block), new Node(id, block, true, List.of(), 1, Json.Obj.EMPTY,
                Position.NONE));
    }

    private static Network add(Network network, Node node) {
        List<Node> nodes = new ArrayList<>(network.nodes());
        nodes.add(node);
        return with(network, nodes, network.losses(), network.diagram());
    }

    /** An id that no node has yet: {@code dense1} for a Dense, then {@code dense2}. */
    public static String freeId(Network network, String kind) {
        return Ids.free(Ids.of(network), kind.toLowerCase(Locale.ROOT));
    }

    /** Whether a node may be called so: the characters are allowed, and no other node has the name. */
    public static boolean mayBeCalled(Network network, String id) {
        return ID.matcher(id).matches() && network.node(id) == null;
    }

    /**
     * The network without these nodes. Who read a deleted node with one input reads that input now; the losses of
     * deleted nodes and their places in the diagram go with them.
     */
    public static Network delete(Network network, Set<String> ids) {
        Map<String, Node> gone = new LinkedHashMap<>();
        List<Node> rest = new ArrayList<>();
        for (Node node : network.nodes()) {
            if (ids.contains(node.id())) {
                gone.put(node.id(), node);
            } else {
                rest.add(node);
            }
        }
        if (gone.isEmpty()) {
            return network;
        }
        List<Node> nodes = rest.stream().map(node -> from(node, healed(node, gone))).toList();
        List<LossAt> losses = network.losses().stream().filter(loss -> !gone.containsKey(top(loss.node()))).toList();
        return with(network, nodes, losses, network.diagram().without(gone.keySet().toArray(String[]::new)));
    }

    private static List<String> healed(Node node, Map<String, Node> gone) {
        Set<String> healed = new LinkedHashSet<>();
        boolean changed = false;
        for (String input : node.from()) {
            String found = input;
            Set<String> seen = new LinkedHashSet<>();
            while (gone.containsKey(found) && seen.add(found)) {
                changed = true;
                List<String> from = gone.get(found).from();
                found = from.size() == 1 ? from.getFirst() : "";
            }
            if (!found.isEmpty() && !gone.containsKey(found) && !found.equals(node.id())) {
                healed.add(found);
            }
        }
        return changed ? List.copyOf(healed) : node.from();
    }

    /**
     * Whether a connection may be drawn: both nodes exist, the second reads inputs and not this one yet, and no circle
     * comes of it.
     */
    public static boolean mayConnect(Network network, String from, String to) {
        Map<String, Node> byId = Ids.nodes(network);
        Node target = byId.get(to);
        if (!byId.containsKey(from) || target == null || from.equals(to) || target.from().contains(from)
                || mostInputs(target) == 0) {
            return false;
        }
        return !Ids.reads(byId, from, to);
    }

    /** The network with one connection more. A layer of one input lets go of what it read. */
    public static Network connect(Network network, String from, String to) {
        if (!mayConnect(network, from, to)) {
            return network;
        }
        return change(network, to, node -> {
            List<String> inputs = new ArrayList<>(node.from());
            if (mostInputs(node) == 1) {
                inputs.clear();
            }
            inputs.add(from);
            return from(node, inputs);
        });
    }

    /** The network without a connection. */
    public static Network disconnect(Network network, String from, String to) {
        return change(network, to, node -> from(node, node.from().stream().filter(id -> !id.equals(from)).toList()));
    }

    /** The network in which {@code to} reads {@code after} where it read {@code before}. */
    public static Network reconnectSource(Network network, String before, String to, String after) {
        if (!mayConnect(disconnect(network, before, to), after, to)) {
            return network;
        }
        return change(network, to, node -> from(node, node.from().stream().map(id -> id.equals(before) ? after : id)
                .toList()));
    }

    /** The network in which {@code after} reads {@code from} instead of {@code before}. */
    public static Network reconnectTarget(Network network, String from, String before, String after) {
        Network without = disconnect(network, from, before);
        return mayConnect(without, from, after) ? connect(without, from, after) : network;
    }

    /** The network with a node called otherwise, and everything that named it following. */
    public static Network rename(Network network, String before, String after) {
        if (network.node(before) == null || !mayBeCalled(network, after)) {
            return network;
        }
        UnaryOperator<String> renamed = id -> id.equals(before) ? after : id;
        List<Node> nodes = network.nodes().stream().map(node -> {
            Node reading = from(node, node.from().stream().map(renamed).toList());
            return node.id().equals(before) ? called(reading, after) : reading;
        }).toList();
        List<LossAt> losses = network.losses().stream().map(loss -> top(loss.node()).equals(before)
                ? new LossAt(after + loss.node().substring(before.length()), loss.loss(), loss.at(), loss.source())
                : loss).toList();
        Map<String, Json> places = new LinkedHashMap<>();
        network.diagram().members().forEach((id, place) -> places.put(renamed.apply(id), place));
        return with(network, nodes, losses, network.diagram().isEmpty() ? network.diagram() : Json.Obj.of(places));
    }

    /** How many inputs a node takes at most; a block takes what its nodes read. */
    static int mostInputs(Node node) {
        Entry<Layer> entry = node.block() ? null : Layers.ALL.find(node.kind());
        return entry == null ? Integer.MAX_VALUE : FirstSettings.mostInputs(entry);
    }

    static Network with(Network network, List<Node> nodes, List<LossAt> losses, Json.Obj diagram) {
        return new Network(network.format(), nodes, network.blocks(), losses, network.data(), network.recipe(),
                diagram, network.unknown(), network.source());
    }

    static Node from(Node node, List<String> from) {
        return from.equals(node.from()) ? node
                : new Node(node.id(), node.kind(), node.block(), from, node.repeat(), node.settings(), Position.NONE);
    }

    static Node called(Node node, String id) {
        return new Node(id, node.kind(), node.block(), node.from(), node.repeat(), node.settings(), Position.NONE);
    }

    private static Network change(Network network, String id, UnaryOperator<Node> edit) {
        return with(network, network.nodes().stream().map(node -> node.id().equals(id) ? edit.apply(node) : node)
                .toList(), network.losses(), network.diagram());
    }

    private static String top(String node) {
        return new LayerReference(null, node).top();
    }
}
