package dev.headwater.core.layer;

import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.ShapeMismatch;
import dev.headwater.core.tensor.Tensor;
import java.util.List;

/**
 * The states h₀ … h of a recurrent layer over time, with their gradients: what all such layers share. A step that is
 * padding leaves zeros, so nothing grows there and nothing comes back from there. The state before the first step is
 * the scratch {@code initialState}, zeros that nobody writes.
 *
 * <p>
 * With {@code truncate} = k the gradient goes through pieces of k steps (Williams and Peng 1990), counted back from the
 * last step that counts, so that what is judged there always reaches k steps: from step t it does not go on to t − 1
 * where k divides (length − t). States are carried over as if nothing were cut.
 */
final class Unrolling {
    private final int steps;
    private final int units;
    private final int truncate;
    private final boolean whole;
    private final Tensor output;
    private final Tensor outputGradient;
    private final Place place;
    private final Tensor gradients;
    private Tensor states;
    private Tensor before;
    private final Tensor first;
    private final Tensor firstGradient;
    private final Tensor kept;

    /** States of {@code units} values; the output is all of them if {@code whole}, else the last that counts. */
    Unrolling(Place place, int units, boolean whole, int truncate) {
        this.place = place;
        this.units = units;
        this.truncate = truncate;
        this.whole = whole;
        steps = place.input(0).shape().extent(0);
        output = place.output();
        outputGradient = place.outputGradient();
        Shape all = Shape.of(steps, units);
        Shape one = Shape.of(units);
        gradients = whole ? outputGradient : place.scratch("stateGradient", all);
        first = place.scratch("initialState", one);
        firstGradient = place.scratch("initialStateGradient", one);
        kept = truncate > 0 ? place.scratch("kept", one) : null;
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

    /** h at a step, a row; at −1 what it begins with. */
    Tensor state(int t) {
        if (t >= 0 && states == null) {
            states = whole ? output : place.scratch("state", Shape.of(steps, units));
        }
        return t < 0 ? first : Steps.at(states, t);
    }

    /** All of dL/dh at a step, once the way back has come from the step after it; at −1 of what it begins with. */
    Tensor gradient(int t) {
        return t < 0 ? firstGradient : Steps.at(gradients, t);
    }

    /** dL/dh of every step, {@code [time, units]}. */
    Tensor gradients() {
        return gradients;
    }

    /** h of the step before each, {@code [time, units]}; filled by {@link #endBackward}. */
    Tensor before() {
        if (before == null) {
            before = place.scratch("stateBefore", Shape.of(steps, units));
        }
        return before;
    }

    /** After a step forward: clears the state where the step is padding. */
    void clearPadding(int t, Pass pass) {
        for (int example = 0; pass.padded() && example < pass.rows(); example++) {
            if (t >= pass.length(example, steps)) {
                Steps.clear(states, t, t + 1, units, example);
            }
        }
    }

    /** After the last step forward: the output. */
    void endForward(Pass pass) {
        if (!whole) {
            Steps.last(states, output, pass);
        }
    }

    /** Before the first step back: dL/dh as it comes from outside. */
    void beginBackward(Pass pass) {
        if (whole) {
            Steps.clearPadding(gradients, pass);
        } else {
            Steps.onlyLast(outputGradient, gradients, pass);
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

    /** After the last step back: fills {@link #before}, for one product over all steps. */
    void endBackward(Pass pass) {
        for (int example = 0; example < pass.rows(); example++) {
            Steps.copy(before, 0, first, 0, 1, units, example);
            Steps.copy(before, 1, states, 0, steps - 1, units, example);
        }
    }
}
