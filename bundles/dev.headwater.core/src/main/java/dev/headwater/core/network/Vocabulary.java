package dev.headwater.core.network;

import dev.headwater.core.activation.Activations;
import dev.headwater.core.catalog.Binder;
import dev.headwater.core.initializer.Initializers;
import dev.headwater.core.layer.Layers;
import dev.headwater.core.loss.Losses;
import dev.headwater.core.optimizer.Optimizers;
import dev.headwater.core.schedule.Schedules;

/** The catalogs that a network file draws on; those of its data belong to package data. */
public final class Vocabulary {
    private static final Binder BINDER = new Binder(Layers.ALL, Activations.ALL, Initializers.ALL, Losses.ALL,
            Optimizers.ALL, Schedules.ALL);

    private Vocabulary() {
    }

    /** Binds layers, losses and the recipe. */
    public static Binder binder() {
        return BINDER;
    }
}
