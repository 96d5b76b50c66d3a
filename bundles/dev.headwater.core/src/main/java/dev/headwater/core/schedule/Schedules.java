package dev.headwater.core.schedule;

import dev.headwater.core.catalog.Catalog;
import dev.headwater.core.catalog.Naming;
import java.util.List;

/** The catalog of learning rate schedules. A new one is one file and one line here. */
public final class Schedules {
    /** All schedules, by their names in files. */
    public static final Catalog<Schedule> ALL = Catalog.of("schedule", Schedule.class, Naming.HYPHENS, List.of(
            Constant.class,
            StepDecay.class,
            ExponentialDecay.class,
            Cosine.class,
            WarmUp.class,
            OneCycle.class,
            OnPlateau.class));

    private Schedules() {
    }
}
