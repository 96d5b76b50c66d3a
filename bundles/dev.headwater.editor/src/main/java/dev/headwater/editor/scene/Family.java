package dev.headwater.editor.scene;

import dev.headwater.core.layer.LayerFamily;
import dev.headwater.core.network.Node;

/** The families that palette and diagram tell apart: those that layers say of themselves, and blocks. */
public enum Family {
    /** Where data enter. */
    INPUT,
    /** Every output reads every input. */
    DENSE,
    /** Functions value by value or over a vector. */
    ACTIVATION,
    /** Several inputs become one, or a path around a layer is opened. */
    JOIN,
    /** The same values in another shape. */
    SHAPE,
    /** The same small weights at every place, and pooling. */
    CONVOLUTION,
    /** State from step to step. */
    RECURRENT,
    /** Sequences whose places look at each other. */
    ATTENTION,
    /** Values brought to a common mean and scale. */
    NORMALIZATION,
    /** What disturbs training on purpose. */
    REGULARIZATION,
    /** Layers that no family claims. */
    OTHER,
    /** A piece of network, however often. */
    BLOCK;

    /** The family of a layer's kind. */
    public static Family of(String kind) {
        return valueOf(LayerFamily.of(kind).name());
    }

    /** The family of a node. */
    public static Family of(Node node) {
        return node.block() ? BLOCK : of(node.kind());
    }
}
