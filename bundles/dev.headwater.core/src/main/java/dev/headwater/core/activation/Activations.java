package dev.headwater.core.activation;

import dev.headwater.core.catalog.Catalog;
import dev.headwater.core.catalog.Naming;
import java.util.List;

/** The catalog of activations. A new one is one file and one line here. */
public final class Activations {
    /** All activations, by their names in files. */
    public static final Catalog<Activation> ALL = Catalog.of("activation", Activation.class, Naming.HYPHENS, List.of(
            Linear.class,
            Sigmoid.class,
            Tanh.class,
            Relu.class,
            LeakyRelu.class,
            Selu.class,
            HardSigmoid.class,
            HardTanh.class,
            Softsign.class,
            Softplus.class,
            Relu6.class,
            Elu.class,
            Celu.class,
            Gelu.class,
            Silu.class,
            Mish.class,
            Exp.class));

    private Activations() {
    }
}
