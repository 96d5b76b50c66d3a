package dev.headwater.core.layer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.ShapeMismatch;
import java.util.Arrays;
import java.util.List;

/**
 * One layer applied to every step of a sequence by itself, {@code [time, ...]} to {@code [time, ...]}: to the inner
 * layer the steps are examples. Dense works on the last axis anyway and needs this not; convolutions of a film's images
 * do. A step that is padding is an example of which nothing counts: no statistic sees it. Parameters bear the inner
 * layer's names.
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
        Folded folded = new Folded(inner, fold);
        return inner instanceof Gathering gathering ? folded.gathering(gathering) : folded;
    }
}
