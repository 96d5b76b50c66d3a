package dev.headwater.core.layer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.List;

/**
 * A recurrent layer twice (Schuster and Paliwal 1997): one reads the sequence from its first step to its last that
 * counts, the other from there back, and their outputs are merged. Where only the last step is returned, each gives the
 * state in which it ends. Parameters are {@code forward/…} and {@code backward/…}.
 */
@InFamily(LayerFamily.RECURRENT)
@Named(about = "a recurrent layer twice, one reading forward, one backward")
public record Bidirectional(
        @Setting(about = "The recurrent layer.", byDefault = "{\"layer\": \"LSTM\", \"units\": 8}") Layer of,
        @Setting(about = "How the two outputs become one.", byDefault = "concatenate") Merge merge) implements Layer {
    private static final String FORWARD = "forward/";
    private static final String BACKWARD = "backward/";

    @Override
    public Shape outputShape(List<Shape> inputs) {
        if (!(of instanceof Recurrent)) {
            throw new IllegalArgumentException("Bidirectional needs a recurrent layer such as LSTM, its 'of' is "
                    + of.getClass().getSimpleName());
        }
        Shape one = of.outputShape(inputs);
        return merge == Merge.CONCATENATE ? one.withColumns(Math.multiplyExact(2, one.columns())) : one;
    }

    @Override
    public List<ParameterSpec> parameters(List<Shape> inputs) {
        List<ParameterSpec> one = of.parameters(inputs);
        return NestedPlace.both(NestedPlace.parameters(FORWARD, one), NestedPlace.parameters(BACKWARD, one));
    }

    @Override
    public List<StateSpec> states(List<Shape> inputs) {
        List<StateSpec> one = of.states(inputs);
        return NestedPlace.both(NestedPlace.states(FORWARD, one), NestedPlace.states(BACKWARD, one));
    }

    @Override
    public long multiplyAdds(List<Shape> inputs) {
        return 2 * of.multiplyAdds(inputs);
    }

    @Override
    public Kernel bind(Place place) {
        Tensor x = place.input(0);
        Shape one = of.outputShape(List.of(x.shape()));
        boolean whole = ((Recurrent) of).returnSequences();
        boolean down = place.needsInputGradient(0);
        Tensor dx = down ? place.inputGradient(0) : null;
        Tensor turned = place.scratch("reversed", x.shape());
        Tensor turnedGradient = down ? place.scratch("reversedGradient", x.shape()) : null;
        Tensor ahead = place.scratch("forwardOutput", one);
        Tensor aheadGradient = place.scratch("forwardOutputGradient", one);
        Tensor aback = place.scratch("backwardOutput", one);
        Tensor abackGradient = place.scratch("backwardOutputGradient", one);
        Tensor there = whole ? place.scratch("backwardInOrder", one) : aback;
        Tensor thereGradient = whole ? place.scratch("backwardInOrderGradient", one) : abackGradient;
        Kernel forward = of.bind(new NestedPlace(place, FORWARD, 1, x, dx, ahead, aheadGradient));
        Kernel backward = of.bind(new NestedPlace(place, BACKWARD, 1, turned, turnedGradient, aback, abackGradient));
        Sweep[] join = join(place, ahead, there);
        Sweep[] part = part(place, ahead, there, aheadGradient, thereGradient);
        // Not into turned, which the gradient of a weight may yet be multiplied from.
        Tensor inOrder = down ? place.scratch("inputGradientInOrder", x.shape()) : null;
        Sweep add = down ? place.sweep((w, r, n) -> Tiles.add(r[0], r[1], w[0], n), new Tensor[] {dx}, dx, inOrder)
                : Sweep.NONE;
        BothWays both = new BothWays(place, forward.throughTime(), backward.throughTime());
        return new Kernel() {
            @Override
            public void forward(Pass pass) {
                Steps.reverse(x, turned, pass);
                forward.forward(pass);
                backward.forward(pass);
                if (whole) {
                    Steps.reverse(aback, there, pass);
                }
                run(join, pass);
            }

            @Override
            public void backward(Pass pass) {
                run(part, pass);
                if (whole) {
                    Steps.reverse(thereGradient, abackGradient, pass);
                }
                forward.backward(pass);
                backward.backward(pass);
                if (down) {
                    Steps.reverse(turnedGradient, inOrder, pass);
                }
                add.run(pass.rows());
                both.run(pass);
            }

            @Override
            public void settle(Pass pass) {
                forward.settle(pass);
                backward.settle(pass);
            }

            @Override
            public Tensor throughTime() {
                return both.all;
            }
        };
    }

    private Sweep[] join(Place place, Tensor a, Tensor b) {
        Tensor y = place.output();
        int columns = a.columns();
        Tensor[] into = {y};
        return switch (merge) {
            case CONCATENATE -> new Sweep[] {place.copyColumns(y, 0, a, 0, columns),
                    place.copyColumns(y, columns, b, 0, columns)};
            case SUM -> new Sweep[] {place.sweep((w, r, n) -> Tiles.add(r[0], r[1], w[0], n), into, a, b)};
            case AVERAGE -> new Sweep[] {place.sweep((w, r, n) -> {
                for (int i = 0; i < n; i++) {
                    w[0][i] = 0.5f * (r[0][i] + r[1][i]);
                }
            }, into, a, b)};
            case MULTIPLY -> new Sweep[] {place.sweep((w, r, n) -> Tiles.multiply(r[0], r[1], w[0], n), into, a, b)};
        };
    }

    private Sweep[] part(Place place, Tensor a, Tensor b, Tensor da, Tensor db) {
        Tensor dy = place.outputGradient();
        int columns = a.columns();
        Tensor[] into = {da, db};
        return switch (merge) {
            case CONCATENATE -> new Sweep[] {place.copyColumns(da, 0, dy, 0, columns),
                    place.copyColumns(db, 0, dy, columns, columns)};
            case SUM -> new Sweep[] {place.sweep((w, r, n) -> {
                Tiles.copy(r[0], w[0], n);
                Tiles.copy(r[0], w[1], n);
            }, into, dy)};
            case AVERAGE -> new Sweep[] {place.sweep((w, r, n) -> {
                for (int i = 0; i < n; i++) {
                    w[0][i] = 0.5f * r[0][i];
                }
                Tiles.copy(w[0], w[1], n);
            }, into, dy)};
            case MULTIPLY -> new Sweep[] {place.sweep((w, r, n) -> {
                Tiles.multiply(r[0], r[2], w[0], n);
                Tiles.multiply(r[0], r[1], w[1], n);
            }, into, dy, a, b)};
        };
    }

    private static void run(Sweep[] sweeps, Pass pass) {
        for (Sweep sweep : sweeps) {
            sweep.run(pass.rows());
        }
    }

    /** dL/dh of both directions at the same step of the sequence, side by side. */
    private static final class BothWays {
        private final Tensor all;
        private final Tensor aback;
        private final Tensor there;
        private final Sweep first;
        private final Sweep second;

        BothWays(Place place, Tensor ahead, Tensor aback) {
            this.aback = aback;
            if (ahead == null || aback == null) {
                there = null;
                all = null;
                first = Sweep.NONE;
                second = Sweep.NONE;
                return;
            }
            int columns = ahead.columns();
            there = place.scratch("backwardThroughTime", aback.shape());
            all = place.scratch("throughTime", ahead.shape().withColumns(2 * columns));
            first = place.copyColumns(all, 0, ahead, 0, columns);
            second = place.copyColumns(all, columns, there, 0, columns);
        }

        void run(Pass pass) {
            if (all != null) {
                Steps.reverse(aback, there, pass);
                first.run(pass.rows());
                second.run(pass.rows());
            }
        }
    }
}
