package dev.headwater.trainer.training;

/** Is told how a training goes, by the training thread. */
public interface Watcher {
    /** The one that does not care. */
    Watcher NONE = new Watcher() {
    };

    /** Training begins, or goes on after {@code done} steps. */
    default void begin(@SuppressWarnings("unused") long done, @SuppressWarnings("unused") int stepsPerEpoch,
            @SuppressWarnings("unused") int epochs) {
    }

    /**
     * A step was done. Called often: must be quick and allocate nothing most of the time.
     *
     * @param done steps done
     * @param loss the mean loss of the epoch so far
     */
    default void step(@SuppressWarnings("unused") long done, @SuppressWarnings("unused") double loss) {
    }

    /** An epoch is over and its validation part was evaluated. */
    default void epoch(@SuppressWarnings("unused") EpochScore score) {
    }

    /** Training is over, however it ended. */
    default void end() {
    }

    /** Something went wrong that does not end the training. */
    default void warn(@SuppressWarnings("unused") String message) {
    }
}
