package dev.headwater.core.layer;

import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;

/**
 * Steps of all examples of a part, {@code [steps, examples, width]}: here a step is one piece of memory, and all of them
 * are one matrix. In sequences as layers exchange them, example after example, the rows of a step lie apart by the length
 * of a whole sequence, where they push each other out of the caches.
 */
final class Timeline {
    private final Tensor memory;
    private final int rows;
    private final int width;

    /** So many steps of as many examples as fit into the place's part, in the buffer of this name. */
    Timeline(Place place, String name, int steps, int width) {
        rows = place.input(0).rows();
        this.width = width;
        memory = place.buffer(name, Shape.of(steps, rows, width));
    }

    private Timeline(Place place, int steps) {
        rows = place.input(0).rows();
        width = 1;
        memory = place.buffer("ones", Shape.of(steps, rows, 1), 1);
    }

    /** A single 1 for each example at each of so many steps. */
    static Timeline ones(Place place, int steps) {
        return new Timeline(place, steps);
    }

    /** A step, a row for each example. */
    Tensor at(int step) {
        return all(step, 1);
    }

    /** So many steps from one on as one matrix, step after step. */
    Tensor all(int from, int count) {
        return memory.stretch(from * rows * width, Shape.of(width), count * rows);
    }

    /** How many rows a step has. */
    int rows() {
        return rows;
    }

    /** Takes sequences {@code [time, width]} as the steps from the first on. */
    void take(Tensor sequences, Pass pass) {
        for (int example = 0; example < pass.rows(); example++) {
            int from = sequences.start() + example * sequences.stride();
            for (int t = 0; t < sequences.shape().extent(0); t++) {
                memory.data().put(place(t, example), sequences.data(), from + t * width, width);
            }
        }
    }

    /** The reverse of {@link #take}. */
    void give(Tensor sequences, Pass pass) {
        for (int example = 0; example < pass.rows(); example++) {
            int to = sequences.start() + example * sequences.stride();
            for (int t = 0; t < sequences.shape().extent(0); t++) {
                sequences.data().put(to + t * width, memory.data(), place(t, example), width);
            }
        }
    }

    /** Copies one step of one example to where a row of another tensor begins. */
    void copy(int step, int example, Tensor to) {
        to.data().put(to.start() + example * to.stride(), memory.data(), place(step, example), width);
    }

    /** Fills one step of one example with zeros. */
    void clear(int step, int example) {
        Steps.zero(memory.data(), place(step, example), place(step, example) + width);
    }

    /** Fills the rows that a smaller batch leaves over with zeros, at so many steps from one on. */
    void clearRest(int from, int steps, Pass pass) {
        for (int step = from; pass.rows() < rows && step < from + steps; step++) {
            Steps.zero(memory.data(), place(step, pass.rows()), place(step + 1, 0));
        }
    }

    private int place(int step, int example) {
        return (step * rows + example) * width;
    }
}
