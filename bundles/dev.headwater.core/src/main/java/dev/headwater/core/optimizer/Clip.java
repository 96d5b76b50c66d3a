package dev.headwater.core.optimizer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;

/**
 * How gradients that are too large are cut back before the optimizer sees them: what mends explosion. What a run records
 * are the gradients before. A closed choice: the engine treats each.
 */
public sealed interface Clip {
    /** Not at all. */
    @Named(about = "gradients are left as they are")
    record None() implements Clip {
    }

    /** Each value of its own: min(max(g, −θ), θ). Changes the gradient's direction. */
    @Named(about = "each value is held within [-threshold, threshold], which changes the direction")
    record Value(
            @Setting(about = "Largest magnitude of a value.", byDefault = "1", min = 0, minExclusive = true, max = Float.MAX_VALUE) double threshold)
            implements Clip {
    }

    /** The gradient of each parameter tensor of its own: g θ / ‖g‖ where ‖g‖ ≥ θ. */
    @Named(about = "the gradient of each parameter is scaled to threshold where its norm is larger")
    record Norm(
            @Setting(about = "Largest norm of a parameter's gradient.", byDefault = "1", min = 0, minExclusive = true, max = Float.MAX_VALUE) double threshold)
            implements Clip {
    }

    /** The gradient of all parameters together (Pascanu et al. 2013): g θ / ‖g‖ where ‖g‖ ≥ θ; its direction stays. */
    @Named(about = "the gradient of all parameters together is scaled to threshold if its norm is larger; its direction stays")
    record GlobalNorm(
            @Setting(about = "Largest norm of the whole gradient.", byDefault = "1", min = 0, minExclusive = true, max = Float.MAX_VALUE) double threshold)
            implements Clip {
    }
}
