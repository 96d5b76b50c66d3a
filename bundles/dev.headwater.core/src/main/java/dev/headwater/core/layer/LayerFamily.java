package dev.headwater.core.layer;

/** The families of layers that a palette, a diagram and the catalog tell apart; a layer says its own by {@link InFamily}. */
public enum LayerFamily {
    /** Where data enter. */
    INPUT,
    /** Every output reads every input. */
    DENSE,
    /** Functions value by value or over a vector. */
    ACTIVATION,
    /** The same small weights at every place, and pooling. */
    CONVOLUTION,
    /** State that goes from one step of a sequence to the next. */
    RECURRENT,
    /** Every place of a sequence looks at every other, and what sequences of words need. */
    ATTENTION,
    /** Values brought to a common mean and scale. */
    NORMALIZATION,
    /** What disturbs training so that a network does not learn by heart. */
    REGULARIZATION,
    /** Several inputs become one, or a path around a layer is opened. */
    JOIN,
    /** The same values in another shape. */
    SHAPE,
    /** Layers that say no family. */
    OTHER;

    /** The family that a layer says, {@link #OTHER} if it says none. */
    public static LayerFamily of(Class<? extends Layer> layer) {
        InFamily said = layer.getAnnotation(InFamily.class);
        return said == null ? OTHER : said.value();
    }

    /** The family of the layer of this name in files; {@link #OTHER} for a name that no layer has. */
    public static LayerFamily of(String name) {
        var entry = Layers.ALL.find(name);
        return entry == null ? OTHER : of(entry.type());
    }
}
