package dev.headwater.core.edit;

import dev.headwater.core.json.Json;
import dev.headwater.core.network.Block;
import dev.headwater.core.network.Network;
import dev.headwater.core.network.NetworkFile;
import dev.headwater.core.network.Node;
import dev.headwater.core.network.Recipe;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A part of a network on its way from one place to another: as text it is a network file of its own. */
public final class Clipping {
    private final Network part;

    private Clipping(Network part) {
        this.part = part;
    }

    /** These nodes with the connections among them, and the blocks that they use; {@code places} say where they stand. */
    public static Clipping of(Network network, Set<String> ids, Map<String, Place> places) {
        List<Node> nodes = network.nodes().stream().filter(node -> ids.contains(node.id()))
                .map(node -> Structure.from(node, node.from().stream().filter(ids::contains).toList())).toList();
        Map<String, Block> blocks = new LinkedHashMap<>();
        nodes.forEach(node -> take(node, network, blocks));
        Network part = new Network(Network.FORMAT, nodes, blocks, List.of(), Json.Obj.EMPTY, Recipe.byDefault(),
                Json.Obj.EMPTY, Json.Obj.EMPTY, Json.Obj.EMPTY);
        Map<String, Place> kept = new LinkedHashMap<>();
        nodes.stream().filter(node -> places.containsKey(node.id()))
                .forEach(node -> kept.put(node.id(), places.get(node.id())));
        return new Clipping(Diagram.place(part, kept));
    }

    private static void take(Node node, Network network, Map<String, Block> blocks) {
        Block block = node.block() ? network.blocks().get(node.kind()) : null;
        if (block != null && blocks.putIfAbsent(block.name(), block) == null) {
            block.nodes().forEach(inner -> take(inner, network, blocks));
        }
    }

    /** The clipping that a text holds, or {@code null} if it is none. */
    public static Clipping read(String text) {
        Network part = text == null || text.length() > 1 << 22 || text.indexOf('{') < 0 ? null
                : NetworkFile.read("clipboard", text.getBytes(StandardCharsets.UTF_8)).network();
        return part == null || part.nodes().isEmpty() ? null : new Clipping(part);
    }

    /** The clipping as text. */
    public String text() {
        return NetworkFile.write(part);
    }

    /** How many nodes it has. */
    public int size() {
        return part.nodes().size();
    }

    /** Whether a node of it, moved aside, would stand exactly where one stands already. */
    public boolean covers(Collection<Place> taken, int aside) {
        Set<Place> all = new HashSet<>(taken);
        return Diagram.places(part).values().stream().anyMatch(place -> all.contains(place.plus(aside, aside)));
    }

    /**
     * What pasting made.
     *
     * @param network with the nodes
     * @param ids of the new nodes
     */
    public record Pasted(Network network, Set<String> ids) {
    }

    /** The network with the clipping's nodes under free ids, moved aside; a block that it has already stays its own. */
    public Pasted into(Network network, int dx, int dy) {
        Set<String> taken = Ids.of(network);
        Map<String, String> names = new LinkedHashMap<>();
        for (Node node : part.nodes()) {
            String id = Ids.freeLike(taken, node.id());
            names.putIfAbsent(node.id(), id);
            taken.add(id);
        }
        List<Node> nodes = new ArrayList<>(network.nodes());
        for (Node node : part.nodes()) {
            nodes.add(Structure.called(Structure.from(node, node.from().stream().filter(names::containsKey)
                    .map(names::get).toList()), names.get(node.id())));
        }
        Map<String, Block> blocks = new LinkedHashMap<>(part.blocks());
        blocks.keySet().removeAll(network.blocks().keySet());
        Map<String, Block> all = new LinkedHashMap<>(network.blocks());
        all.putAll(blocks);
        Network joined = new Network(network.format(), nodes, all, network.losses(), network.data(), network.recipe(),
                network.diagram(), network.unknown(), network.source());
        Map<String, Place> places = new HashMap<>();
        Diagram.places(part).forEach((id, place) -> places.put(names.get(id), place.plus(dx, dy)));
        return new Pasted(Diagram.place(joined, places), Set.copyOf(names.values()));
    }
}
