package dev.headwater.editor.outline;

import dev.headwater.core.network.Block;
import dev.headwater.core.network.LayerReference;
import dev.headwater.core.network.Node;
import dev.headwater.editor.model.NetworkModel;
import java.util.List;
import org.eclipse.core.runtime.IAdaptable;

/** A node in the tree: one of the design, or inside a block. Equal by its path, so that the tree stays open. */
final class Item implements IAdaptable {
    /** Blocks may name each other in a circle, which is an error that a file may have. */
    private static final int DEEPEST = 20;

    private final NetworkModel model;
    private final Node node;
    private final String path;
    private final int depth;

    private Item(NetworkModel model, Node node, String path, int depth) {
        this.model = model;
        this.node = node;
        this.path = path;
        this.depth = depth;
    }

    static Item[] of(NetworkModel model) {
        return items(model, model.network().nodes(), "", 0);
    }

    private static Item[] items(NetworkModel model, List<Node> nodes, String prefix, int depth) {
        return nodes.stream().map(node -> new Item(model, node, prefix + node.id(), depth)).toArray(Item[]::new);
    }

    Node node() {
        return node;
    }

    /** The id of the design's own node that it is or lies in. */
    String top() {
        return new LayerReference(null, path).top();
    }

    boolean isTop() {
        return depth == 0;
    }

    Item[] children() {
        return block() == null ? new Item[0] : items(model, block().nodes(), path + ".1/", depth + 1);
    }

    private Block block() {
        return node.block() && depth < DEEPEST ? model.network().blocks().get(node.kind()) : null;
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        if (type == LayerReference.class) {
            return type.cast(new LayerReference(model.file(), path));
        }
        if (type == NetworkModel.class) {
            return type.cast(model);
        }
        // Whoever changes a node finds it among the design's own.
        return type == Node.class && isTop() ? type.cast(model.network().node(node.id())) : null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Item item && path.equals(item.path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }
}
