package dev.headwater.core.network;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Names one layer of one network file: what editor and inspector select in each other, neither knowing the other. A
 * selected object offers it as an adapter.
 *
 * @param file the network file, absolute; {@code null} where it is not known
 * @param node the node's id, {@code stage1.3/a} inside a repeated block
 */
public record LayerReference(Path file, String node) {
    /** A reference to a node. */
    public LayerReference {
        Objects.requireNonNull(node);
    }

    /** The id of the top-level node that the layer belongs to: {@code stage1} of {@code stage1.3/a}. */
    public String top() {
        int slash = node.indexOf('/');
        if (slash < 0) {
            return node;
        }
        int dot = node.lastIndexOf('.', slash);
        return dot < 0 ? node.substring(0, slash) : node.substring(0, dot);
    }

    /** Whether both may name the same layer: the nodes are equal, and the files where both are known. */
    public boolean matches(LayerReference other) {
        return node.equals(other.node) && (file == null || other.file == null || file.equals(other.file));
    }
}
