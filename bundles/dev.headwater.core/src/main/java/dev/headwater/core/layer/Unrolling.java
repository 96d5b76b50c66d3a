package dev.headwater.core.layer;

import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.ShapeMismatch;
import dev.headwater.core.tensor.Tensor;
import java.util.List;

/**
 * The inputs x₀ … and states h₀ … of a recurrent layer over time, with their gradients: what all such layers share. What
 * belongs to a step lies together ({@link Timeline}). A step that is padding leaves zeros, so nothing grows there and
 * nothing comes back from there. The state before the first step is the scratch {@code initialState}, zeros that nobody
 * writes.
 *
 * <p>
 * With {@code truncate} = k the gradient goes through pieces of k steps (Williams and Peng 1990), counted back from the
 * last step that counts, so that what is judged there always reaches k steps: from step t it does not go on to t − 1
 * where k divides (length − t). States are carried over as if nothing were cut.
 */
final class Unrolling {
    private final Place place;
    private final int steps;
    private final int units;
    private final int truncate;
    private final boolean whole;
    private final Timeline x;
    private final Timeline h;
    private final Timeline dx;
    private final Tensor gradients;
    private final Tensor firstGradient;
    private final Tensor kept;
    private final Sweep begin;
    private final Sweep[] leave;

    /** States of {@code units} values; the output is all of them if {@code whole}, else the last that counts. */
    Unrolling(Place place, int units, boolean whole, int truncate) {
        this.place = place;
        this.units = units;
        this.truncate = truncate;
        this.whole = whole;
        Shape one = Shape.of(units);
        steps = place.input(0).shape().extent(0);
        x = new Timeline(place, "inputs", steps, place.input(0).columns());
        h = new Timeline(place, "states", steps + 1, units); // from the one before the first step on
        dx = place.needsInputGradient(0) ? new Timeline(place, "inputGradient", steps, place.input(0).columns()) : null;
        gradients = whole ? place.outputGradient() : place.scratch("stateGradient", Shape.of(steps, units));
        firstGradient = place.scratch("initialStateGradient", one);
        kept = truncate > 0 ? place.scratch("kept", one) : null;
        begin = copy(h.at(0), place.scratch("initialState", one));
        leave = new Sweep[whole ? steps : 0];
        for (int t = 0; t < leave.length; t++) {
            leave[t] = copy(Steps.at(place.output(), t), state(t));
        }
    }

    private Sweep copy(Tensor to, Tensor from) {
        return place.sweep((w, r, n) -> Tiles.copy(r[0], w[0], n), new Tensor[] {to}, from);
    }

    /**
     * The shape of the output of a recurrent layer.
     *
     * @throws ShapeMismatch if the input is no sequence
     */
    static Shape shape(String layer, List<Shape> inputs, int units, boolean whole) {
        Shape x = inputs.get(0);
        if (x.rank() != 2) {
            throw new ShapeMismatch(layer + " reads a sequence [time, features], its input is " + x
                    + (x.rank() == 1 ? "; set returnSequences of a recurrent layer before it" : ""));
        }
        return whole ? x.withColumns(units) : Shape.of(units);
    }

    int steps() {
        return steps;
    }

    /** How many rows a step has, whatever the batch: those that a smaller one leaves over are zeros on the way back. */
    int rows() {
        return x.rows();
    }

    /** The inputs of all steps. */
    Timeline inputs() {
        return x;
    }

    /** dL/dx of all steps; {@code null} where it is not needed. */
    Timeline inputGradients() {
        return dx;
    }

    /** The states before each step, and after the last. */
    Timeline states() {
        return h;
    }

    /** h before a step, a row. */
    Tensor before(int t) {
        return h.at(t);
    }

    /** h after a step, a row. */
    Tensor state(int t) {
        return h.at(t + 1);
    }

    /** All of dL/dh at a step, once the way back has come from the step after it; at −1 of what it begins with. */
    Tensor gradient(int t) {
        return t < 0 ? firstGradient : Steps.at(gradients, t);
    }

    /** dL/dh of every step, {@code [time, units]}. */
    Tensor gradients() {
        return gradients;
    }

    /** Before the first step forward. */
    void beginForward(Pass pass) {
        x.take(place.input(0), pass);
        begin.run(pass.rows());
    }

    /** After a step forward: clears the state where the step is padding, and puts it out. */
    void left(int t, Pass pass) {
        for (int example = 0; pass.padded() && example < pass.rows(); example++) {
            if (t >= pass.length(example, steps)) {
                h.clear(t + 1, example);
            }
        }
        if (whole) {
            leave[t].run(pass.rows());
        }
    }

    /** After the last step forward: the output where it is the last state that counts; zeros where none does. */
    void endForward(Pass pass) {
        Tensor y = place.output();
        for (int example = 0; !whole && example < pass.rows(); example++) {
            int length = pass.length(example, steps);
            if (length > 0) {
                h.copy(length, example, y);
            } else {
                Steps.clear(y, 0, 1, units, example);
            }
        }
    }

    /** Before the first step back: dL/dh as it comes from outside. */
    void beginBackward(Pass pass) {
        x.clearRest(0, steps, pass);
        h.clearRest(0, steps + 1, pass);
        if (whole) {
            Steps.clearPadding(gradients, pass);
        } else {
            Steps.onlyLast(place.outputGradient(), gradients, pass);
        }
        for (int example = 0; example < pass.rows(); example++) {
            Steps.clear(firstGradient, 0, 1, units, example);
        }
    }

    /** Before step t back: keeps dL/dh of the step before, where nothing may be added to it. */
    void keep(int t, Pass pass) {
        for (int example = 0; truncate > 0 && t > 0 && example < pass.rows(); example++) {
            if (cut(t, example, pass)) {
                Steps.copy(kept, 0, gradients, t - 1, 1, units, example);
            }
        }
    }

    /**
     * After step t back: undoes what went to the step before where it may not, and clears there what else went on: the
     * step's parity tells which of the two steps of {@code carried}, if any.
     */
    void restore(int t, Timeline carried, Pass pass) {
        for (int example = 0; truncate > 0 && t > 0 && example < pass.rows(); example++) {
            if (cut(t, example, pass)) {
                Steps.copy(gradients, t - 1, kept, 0, 1, units, example);
                if (carried != null) {
                    carried.clear(t % 2, example);
                }
            }
        }
    }

    private boolean cut(int t, int example, Pass pass) {
        int left = pass.length(example, steps) - t;
        return left > 0 && left % truncate == 0;
    }

    /** After the last step back: hands dL/dx on. */
    void endBackward(Pass pass) {
        if (dx != null) {
            dx.give(place.inputGradient(0), pass);
        }
    }
}
