package dev.headwater.core.loss;

import dev.headwater.core.catalog.Catalog;
import dev.headwater.core.catalog.Naming;
import java.util.List;

/** The catalog of losses. A new one is one file and one line here. */
public final class Losses {
    /** All losses, by their names in files. */
    public static final Catalog<Loss> ALL = Catalog.of("loss", Loss.class, Naming.HYPHENS, List.of(
            BinaryCrossEntropy.class,
            CategoricalCrossEntropy.class,
            MeanSquaredError.class,
            MeanAbsoluteError.class,
            Huber.class,
            Hinge.class,
            MultiClassHinge.class));

    private Losses() {
    }
}
