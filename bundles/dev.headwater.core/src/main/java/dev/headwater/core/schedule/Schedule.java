package dev.headwater.core.schedule;

/**
 * How the learning rate changes while a network is trained: each step's is the optimizer's times a factor.
 * Implementations are public records listed in {@link Schedules}.
 */
public interface Schedule {
    /** The schedule at work, in a training that is so long. */
    Course begin(Horizon horizon);

    /** Whether its factors depend on how long the training is to be; such a training cannot be prolonged. */
    default boolean spansTraining() {
        return false;
    }

    /** What it reacts to at the end of an epoch, or {@code null} if it follows the step alone. */
    default Monitor watched() {
        return null;
    }
}
