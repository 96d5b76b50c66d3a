package dev.headwater.launching;

import dev.headwater.launching.process.Training;

/** Is told which trainings begin and end in this IDE; never on the UI thread. */
public interface TrainingListener {
    /** The process of a training was started; its folder may not be there yet. */
    default void started(@SuppressWarnings("unused") Training training) {
        // not everybody cares
    }

    /** The process of a training is gone, and its record says how it ended. */
    default void ended(@SuppressWarnings("unused") Training training) {
        // not everybody cares
    }
}
