package dev.headwater.core.network;

import dev.headwater.core.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A design: everything a {@code .headwater} file says. Immutable; what an edit leaves alone keeps its identity.
 * Equality ignores where things stood in a file.
 *
 * @param format the version of the file format
 * @param nodes in file order
 * @param blocks by name, in file order
 * @param losses in file order
 * @param data where the data come from, unread; empty if the file does not say
 * @param recipe how it is trained
 * @param diagram where the nodes are drawn, by id; empty if the file does not say
 * @param unknown top-level members that this version does not know, kept when written
 * @param source the tree that it was read from; empty if made in memory
 */
public record Network(int format, List<Node> nodes, Map<String, Block> blocks, List<LossAt> losses, Json.Obj data,
        Recipe recipe, Json.Obj diagram, Json.Obj unknown, Json.Obj source) {
    /** The version of the format that this version of the product reads and writes. */
    public static final int FORMAT = 1;

    /** A network with copies of its collections, in their order. */
    public Network {
        nodes = List.copyOf(nodes);
        blocks = Collections.unmodifiableMap(new LinkedHashMap<>(blocks));
        losses = List.copyOf(losses);
        Objects.requireNonNull(data);
        Objects.requireNonNull(recipe);
        Objects.requireNonNull(diagram);
        Objects.requireNonNull(unknown);
        Objects.requireNonNull(source);
    }

    /** The top-level node of this id, or {@code null}. */
    public Node node(String id) {
        for (Node node : nodes) {
            if (node.id().equals(id)) {
                return node;
            }
        }
        return null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Network that && format == that.format && nodes.equals(that.nodes)
                && blocks.equals(that.blocks) && losses.equals(that.losses) && data.equals(that.data)
                && recipe.equals(that.recipe) && diagram.equals(that.diagram) && unknown.equals(that.unknown);
    }

    @Override
    public int hashCode() {
        return Objects.hash(format, nodes, blocks, losses, data, recipe);
    }
}
