package dev.headwater.core.network;

import dev.headwater.core.catalog.Named;

/** How the parameters are found. A closed choice: every kind of run treats each. */
public sealed interface Fit {
    /** By the gradient of the loss, step by step. */
    @Named(about = "by the gradient of the loss, step by step")
    record GradientFit() implements Fit {
    }
}
