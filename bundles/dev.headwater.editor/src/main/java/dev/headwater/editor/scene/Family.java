package dev.headwater.editor.scene;

import dev.headwater.core.network.Node;
import java.util.Map;

/** The families of layers that palette and diagram tell apart. */
public enum Family {
    /** Where data enter. */
    INPUT,
    /** Every output reads every input. */
    DENSE,
    /** Functions without parameters, value by value or over a vector. */
    ACTIVATION,
    /** Several inputs become one. */
    JOIN,
    /** The same values in another shape. */
    SHAPE,
    /** Layers that no family claims. */
    OTHER,
    /** A piece of network, however often. */
    BLOCK;

    private static final Map<String, Family> BY_KIND = Map.of("Input", INPUT, "Dense", DENSE, "Activation", ACTIVATION,
            "Softmax", ACTIVATION, "Add", JOIN, "Concatenate", JOIN, "Flatten", SHAPE);

    /** The family of a layer's kind. */
    public static Family of(String kind) {
        return BY_KIND.getOrDefault(kind, OTHER);
    }

    /** The family of a node. */
    public static Family of(Node node) {
        return node.block() ? BLOCK : of(node.kind());
    }
}
