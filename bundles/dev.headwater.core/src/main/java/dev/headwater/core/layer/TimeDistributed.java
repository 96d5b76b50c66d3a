package dev.headwater.core.layer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.ShapeMismatch;
import dev.headwater.core.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * One layer applied to every step of a sequence by itself, {@code [time, ...]} to {@code [time, ...]}: to the inner
 * layer the steps are examples. Dense works on the last axis anyway and needs this not; convolutions of a film's images
 * do. Parameters bear the inner layer's names.
 */
@InFamily(LayerFamily.RECURRENT)
@Named(about = "one layer applied to every step of a sequence by itself")
public record TimeDistributed(
        @Setting(about = "The layer.", byDefault = "{\"layer\": \"Dense\", \"units\": 8}") Layer of) implements Layer {
    /** One step of a sequence. */
    static Shape step(Shape sequence) {
        return Shape.of(Arrays.copyOfRange(sequence.toArray(), 1, sequence.rank()));
    }

    /** So many steps of this shape. */
    static Shape over(int steps, Shape step) {
        int[] extents = new int[step.rank() + 1];
        extents[0] = steps;
        System.arraycopy(step.toArray(), 0, extents, 1, step.rank());
        return Shape.of(extents);
    }

    private static List<Shape> steps(List<Shape> inputs) {
        if (inputs.get(0).rank() < 2) {
            throw new ShapeMismatch("TimeDistributed reads a sequence [time, ...], its input is " + inputs.get(0));
        }
        return List.of(step(inputs.get(0)));
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        if (of.minInputs() > 1 || of.maxInputs() < 1) {
            throw new IllegalArgumentException("the layer of TimeDistributed must read one input, "
                    + of.getClass().getSimpleName() + " reads " + (of.maxInputs() < 1 ? "none" : "several"));
        }
        return over(inputs.get(0).extent(0), of.outputShape(steps(inputs)));
    }

    @Override
    public List<ParameterSpec> parameters(List<Shape> inputs) {
        return of.parameters(steps(inputs));
    }

    @Override
    public List<StateSpec> states(List<Shape> inputs) {
        return of.states(steps(inputs));
    }

    @Override
    public long multiplyAdds(List<Shape> inputs) {
        return inputs.get(0).extent(0) * of.multiplyAdds(steps(inputs));
    }

    @Override
    public Kernel bind(Place place) {
        Shape in = step(place.input(0).shape());
        Shape out = step(place.output().shape());
        int fold = place.input(0).shape().extent(0);
        Kernel inner = of.bind(new NestedPlace(place, "", fold, NestedPlace.folded(place.input(0), in, fold),
                place.needsInputGradient(0) ? NestedPlace.folded(place.inputGradient(0), in, fold) : null,
                NestedPlace.folded(place.output(), out, fold),
                NestedPlace.folded(place.outputGradient(), out, fold)));
        return inner instanceof Gathering gathering ? new FoldedGathering(gathering, fold) : new Folded(inner, fold);
    }

    /** A pass in which every step of every example is an example. */
    private static final class FoldedPass implements Pass {
        private final int fold;
        private Pass pass;

        FoldedPass(int fold) {
            this.fold = fold;
        }

        Pass of(Pass whole) {
            pass = whole;
            return this;
        }

        @Override
        public int rows() {
            return pass.rows() * fold;
        }

        @Override
        public int batchRows() {
            return pass.batchRows() * fold;
        }

        @Override
        public int firstRow() {
            return pass.firstRow() * fold;
        }

        @Override
        public int noiseRow() {
            return pass.noiseRow() * fold;
        }

        @Override
        public int[] lengths() {
            return null;
        }

        @Override
        public boolean training() {
            return pass.training();
        }

        @Override
        public long step() {
            return pass.step();
        }
    }

    private static class Folded implements Kernel {
        private final Kernel inner;
        private final int fold;
        private final FoldedPass folded;

        Folded(Kernel inner, int fold) {
            this.inner = inner;
            this.fold = fold;
            folded = new FoldedPass(fold);
        }

        final Pass fold(Pass pass) {
            return folded.of(pass);
        }

        @Override
        public final void forward(Pass pass) {
            inner.forward(fold(pass));
        }

        @Override
        public final void backward(Pass pass) {
            inner.backward(fold(pass));
        }

        @Override
        public final void settle(Pass pass) {
            inner.settle(fold(pass));
        }

        private Tensor unfolded(Tensor tensor) {
            return tensor == null ? null
                    : Tensor.batch(tensor.name(), tensor.data(), over(fold, tensor.shape()), tensor.rows() / fold);
        }

        @Override
        public final Tensor slope() {
            return unfolded(inner.slope());
        }

        @Override
        public final double steepest() {
            return inner.steepest();
        }

        @Override
        public final Tensor logits() {
            return unfolded(inner.logits());
        }
    }

    private static final class FoldedGathering extends Folded implements Gathering {
        private final Gathering inner;

        FoldedGathering(Gathering inner, int fold) {
            super(inner, fold);
            this.inner = inner;
        }

        @Override
        public double[] forwardSums() {
            return inner.forwardSums();
        }

        @Override
        public void gatherForward(Pass pass) {
            inner.gatherForward(fold(pass));
        }

        @Override
        public double[] backwardSums() {
            return inner.backwardSums();
        }

        @Override
        public void gatherBackward(Pass pass) {
            inner.gatherBackward(fold(pass));
        }
    }
}
