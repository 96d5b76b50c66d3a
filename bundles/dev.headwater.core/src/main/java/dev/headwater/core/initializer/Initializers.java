package dev.headwater.core.initializer;

import dev.headwater.core.catalog.Catalog;
import dev.headwater.core.catalog.Naming;
import java.util.List;

/** The catalog of initializers. A new one is one file and one line here. */
public final class Initializers {
    /** All initializers, by their names in files. */
    public static final Catalog<Initializer> ALL = Catalog.of("initializer", Initializer.class, Naming.HYPHENS, List.of(
            Xavier.class,
            He.class,
            LeCun.class,
            Orthogonal.class,
            Chrono.class,
            Zeros.class,
            Constant.class,
            Ones.class,
            Uniform.class,
            Normal.class,
            TruncatedNormal.class,
            Identity.class,
            DeltaOrthogonal.class,
            Sparse.class));

    private Initializers() {
    }
}
