package dev.headwater.core.edit;

import dev.headwater.core.json.Json;
import dev.headwater.core.network.Block;
import dev.headwater.core.network.LossAt;
import dev.headwater.core.network.Network;
import dev.headwater.core.network.Node;
import dev.headwater.core.network.Recipe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Networks with one part replaced; everything else keeps its identity. */
final class Rewriting {
    private Rewriting() {
    }

    /** The node of that id in a block, or in the design itself if {@code block} is empty; {@code null} if none. */
    static Node node(Network network, String block, String id) {
        if (block.isEmpty()) {
            return network.node(id);
        }
        Block around = network.blocks().get(block);
        return around == null ? null
                : around.nodes().stream().filter(node -> node.id().equals(id)).findFirst().orElse(null);
    }

    static Network node(Network network, String block, String id, UnaryOperator<Node> change) {
        if (block.isEmpty()) {
            return with(network, nodes(network.nodes(), id, change), network.blocks());
        }
        Map<String, Block> blocks = new LinkedHashMap<>(network.blocks());
        blocks.computeIfPresent(block, (name, old) -> new Block(name, old.settings(), nodes(old.nodes(), id, change),
                old.out(), old.at(), old.source()));
        return with(network, network.nodes(), blocks);
    }

    private static List<Node> nodes(List<Node> nodes, String id, UnaryOperator<Node> change) {
        return nodes.stream().map(node -> node.id().equals(id) ? change.apply(node) : node).toList();
    }

    private static Network with(Network old, List<Node> nodes, Map<String, Block> blocks) {
        return new Network(old.format(), nodes, blocks, old.losses(), old.data(), old.recipe(), old.diagram(),
                old.unknown(), old.source());
    }

    static Network data(Network old, Json.Obj data) {
        return new Network(old.format(), old.nodes(), old.blocks(), old.losses(), data, old.recipe(), old.diagram(),
                old.unknown(), old.source());
    }

    /** The source remembers which settings of the recipe are said: the recipe itself does not. */
    static Network recipe(Network old, Recipe recipe, Json.Obj said) {
        return new Network(old.format(), old.nodes(), old.blocks(), old.losses(), old.data(), recipe, old.diagram(),
                old.unknown(), old.source().with("recipe", said));
    }

    static Network losses(Network old, List<LossAt> losses) {
        return new Network(old.format(), old.nodes(), old.blocks(), losses, old.data(), old.recipe(), old.diagram(),
                old.unknown(), old.source());
    }

    static Network loss(Network old, int index, LossAt loss) {
        List<LossAt> losses = new ArrayList<>(old.losses());
        losses.set(index, loss);
        return losses(old, losses);
    }
}
