package dev.headwater.core.optimizer;

import dev.headwater.core.catalog.Catalog;
import dev.headwater.core.catalog.Naming;
import java.util.List;

/** The catalog of optimizers. A new one is one file and one line here. */
public final class Optimizers {
    /** All optimizers, by their names in files. */
    public static final Catalog<Optimizer> ALL = Catalog.of("kind", Optimizer.class, Naming.HYPHENS, List.of(
            Sgd.class,
            Adam.class,
            AdamW.class,
            Nadam.class,
            RmsProp.class,
            Adagrad.class,
            Lion.class,
            Rprop.class));

    private Optimizers() {
    }
}
