package dev.headwater.core.schedule;

import java.util.Map;

/**
 * A schedule at work. What it remembers between epochs is all in {@link #state}, so that a training goes on from a
 * checkpoint to the same bits. For one thread.
 */
@FunctionalInterface
public interface Course {
    /** What the optimizer's learning rate is multiplied with at a step, counted from 0. Allocates nothing. */
    double factor(long step);

    /** Takes notice of the metric that the schedule watches, at the end of an epoch. */
    default void epochEnded(@SuppressWarnings("unused") double metric) {
        // most follow the step alone
    }

    /** What it remembers, by name. */
    default Map<String, String> state() {
        return Map.of();
    }

    /**
     * Goes on from what {@link #state} gave.
     *
     * @throws IllegalArgumentException if something is missing or no number
     */
    default void restore(@SuppressWarnings("unused") Map<String, String> state) {
        // nothing to remember
    }
}
