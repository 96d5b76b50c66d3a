package dev.headwater.core.layer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.initializer.Initializer;
import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.ShapeMismatch;
import dev.headwater.core.tensor.Tensor;
import java.util.List;

/**
 * A learned vector for each place of a sequence, y[t] = x[t] + w[t]; {@code [time, features]}, weight (time, features).
 * Backward: dx = dy, dw = Σ dy over the examples.
 */
@InFamily(LayerFamily.ATTENTION)
@Named(about = "adds a learned vector for each place in the sequence: y[t] = x[t] + w[t]")
public record PositionalEmbedding(
        @Setting(about = "What draws the first vectors; this default has deviation 0.02.", byDefault = "{\"initializer\": \"lecun\", \"distribution\": \"normal\", \"gain\": 0.02}") Initializer weight)
        implements Layer {
    @Override
    public Shape outputShape(List<Shape> inputs) {
        if (inputs.get(0).rank() != 2) {
            throw new ShapeMismatch("PositionalEmbedding needs [time, features], input is " + inputs.get(0));
        }
        return inputs.get(0);
    }

    @Override
    public List<ParameterSpec> parameters(List<Shape> inputs) {
        return List.of(new ParameterSpec("weight", inputs.get(0), 1, inputs.get(0).columns(), weight));
    }

    @Override
    public Kernel bind(Place place) {
        int size = place.output().shape().size();
        Sweep forward = place.each((w, r, example) -> Tiles.add(r[0], r[1], w[0], size),
                new Tensor[] {place.output()}, place.input(0), place.parameter("weight"));
        Sweep sums = place.each((w, r, example) -> Tiles.add(r[0], w[0], w[0], size),
                new Tensor[] {place.gradient("weight")}, place.outputGradient());
        return Kernels.of(forward, sums, Kernels.copyBack(place));
    }
}
