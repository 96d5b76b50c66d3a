package dev.headwater.benchmarks.workload;

/** One library's training of one task, ready to take the same step again and again. */
public interface Contender extends AutoCloseable {
    /** Goes forward and backward through the batch and updates the weights. */
    void step();

    /** The loss that the last step found, before its update. */
    double loss();

    /** Called before it takes a number of steps. */
    default void enter() {
        // most have nothing to prepare
    }

    /** Called after them, before others take theirs. */
    default void leave() {
        // most have nothing to put back
    }

    /** How many steps are timed at least, so that every kind is among them. */
    default int leastSteps() {
        return 1;
    }

    /** The kind of the step that comes next, from 0, where some cost more than others; below 0 if it is not to be timed. */
    default int kind() {
        return 0;
    }

    /** The mean time of a step over a long training, from the time of each kind. */
    default double mean(double[] timeOfKind) {
        return timeOfKind[0];
    }

    @Override
    void close();
}
