package dev.headwater.core.layer;

import dev.headwater.core.catalog.Catalog;
import dev.headwater.core.catalog.Naming;
import java.util.List;

/** The catalog of layers, by family as a palette shows them. A new one is one file and one line here. */
public final class Layers {
    /** All layers, by their names in files. */
    public static final Catalog<Layer> ALL = Catalog.of("layer", Layer.class, Naming.CLASS_NAME, List.of(
            Input.class,
            Dense.class,
            Activation.class,
            Softmax.class,
            Add.class,
            Concatenate.class,
            Flatten.class,
            EchoState.class));

    private Layers() {
    }
}
