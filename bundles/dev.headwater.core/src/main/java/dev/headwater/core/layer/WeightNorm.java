package dev.headwater.core.layer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.initializer.Constant;
import dev.headwater.core.initializer.Initializer;
import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.initializer.Zeros;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.ShapeMismatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A layer whose weight is learned as length and direction (Salimans and Kingma 2016): w = g · v / ‖v‖ for every output,
 * that is for every index of the weight's first axis. Instead of {@code weight} it has {@code weight_g} (out, 1, …) and
 * {@code weight_v} of the weight's shape. Backward: dg = dw · v / ‖v‖, dv = g / ‖v‖ · (dw − dg · v / ‖v‖), which is at
 * right angles to v.
 *
 * <p>
 * v is drawn as the weight would be, and g as the lengths of another such draw, so that w starts as the layer's
 * initializer wants it. Weight decay acts on g, for ‖w‖ = |g|, and not on v, whose length means nothing.
 */
@InFamily(LayerFamily.NORMALIZATION)
@Named(about = "a layer whose weight is learned as length and direction: w = g * v / |v|")
public record WeightNorm(
        @Setting(about = "The layer, such as Dense, Conv1D or Conv2D.") Layer of) implements Layer {
    /** The lengths of the rows that another initializer would draw. */
    record Lengths(Initializer rows, ParameterSpec weight) implements Initializer {
        @Override
        public void draw(float[] into, ParameterSpec spec, RandomGenerator random) {
            float[] drawn = new float[weight.shape().size()];
            rows.draw(drawn, weight, random);
            int width = drawn.length / into.length;
            for (int o = 0; o < into.length; o++) {
                double squares = 0;
                for (int i = o * width; i < (o + 1) * width; i++) {
                    squares += (double) drawn[i] * drawn[i];
                }
                into[o] = (float) Math.sqrt(squares);
            }
        }
    }

    @Override
    public int minInputs() {
        return of.minInputs();
    }

    @Override
    public int maxInputs() {
        return of.maxInputs();
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return of.outputShape(inputs);
    }

    /**
     * The layer's own, with length and direction instead of the weight.
     *
     * @throws ShapeMismatch if it has no weight of at least two axes
     * @throws IllegalArgumentException if that starts at zero and so has no direction
     */
    @Override
    public List<ParameterSpec> parameters(List<Shape> inputs) {
        List<ParameterSpec> all = new ArrayList<>();
        boolean found = false;
        for (ParameterSpec spec : of.parameters(inputs)) {
            if (spec.name().equals("weight") && spec.shape().rank() > 1) {
                found = true;
                if (spec.initializer() instanceof Zeros
                        || spec.initializer() instanceof Constant constant && constant.value() == 0) {
                    throw new IllegalArgumentException("WeightNorm cannot start from a weight of zeros, which has no"
                            + " direction; give the layer in it another initializer, such as xavier");
                }
                int[] lengths = new int[spec.shape().rank()];
                Arrays.fill(lengths, 1);
                lengths[0] = spec.shape().extent(0);
                all.add(new ParameterSpec("weight_g", Shape.of(lengths), spec.fanIn(), spec.fanOut(),
                        new Lengths(spec.initializer(), spec), spec.trainable(), spec.decays()));
                all.add(new ParameterSpec("weight_v", spec.shape(), spec.fanIn(), spec.fanOut(), spec.initializer(),
                        spec.trainable(), false));
            } else {
                all.add(spec);
            }
        }
        if (!found) {
            throw new ShapeMismatch("WeightNorm needs a layer with a weight of two axes or more, "
                    + of.getClass().getSimpleName() + " on " + inputs.get(0)
                    + " has none; put Dense, Conv1D or Conv2D into"
                    + " it, or leave it out");
        }
        return all;
    }

    @Override
    public List<StateSpec> states(List<Shape> inputs) {
        return of.states(inputs);
    }

    @Override
    public long multiplyAdds(List<Shape> inputs) {
        return of.multiplyAdds(inputs);
    }

    @Override
    public Kernel bind(Place place) {
        return new NormalizedWeight(place, of);
    }
}
