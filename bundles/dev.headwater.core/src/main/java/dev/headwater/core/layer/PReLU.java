package dev.headwater.core.layer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.initializer.Initializer;
import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.List;

/**
 * A rectifier whose slope below 0 is learned (He et al. 2015), y = max(x, 0) + a min(x, 0); weight (1) or (channels),
 * not decayed. Backward: dx = dy where x &gt; 0 and else a dy, da = Σ dy min(x, 0).
 */
@InFamily(LayerFamily.ACTIVATION)
@Named(about = "a rectifier with a learned slope below 0: y = max(x, 0) + a min(x, 0)")
public record PReLU(
        @Setting(about = "What has a slope of its own: the layer, or each channel.", byDefault = "layer") Per per,
        @Setting(about = "What the slopes start with.", byDefault = "{\"initializer\": \"constant\", \"value\": 0.25}") Initializer weight)
        implements Layer {
    @Override
    public Shape outputShape(List<Shape> inputs) {
        return inputs.get(0);
    }

    @Override
    public List<ParameterSpec> parameters(List<Shape> inputs) {
        return List.of(new ParameterSpec("weight", Shape.of(per.count(inputs.get(0).columns())), 1, 1, weight));
    }

    @Override
    public Kernel bind(Place place) {
        Tensor x = place.input(0);
        Tensor a = place.parameter("weight");
        Tensor dy = place.outputGradient();
        Tensor slope = place.scratch("slope", x.shape());
        Slopes each = new Slopes(x.shape(), a.shape().size());
        Sweep forward = place.each((w, r, example) -> each.bend(r[0], r[1], w[0], w[1]),
                new Tensor[] {place.output(), slope}, x, a);
        Sweep sums = place.each((w, r, example) -> each.addNegatives(r[0], r[1], w[0]),
                new Tensor[] {place.gradient("weight")}, dy, x);
        Sweep back = Kernels.masked(place, slope);
        return new Kernel() {
            @Override
            public void forward(Pass pass) {
                forward.run(pass.rows());
            }

            @Override
            public void backward(Pass pass) {
                sums.run(pass.rows());
                back.run(pass.rows());
            }

            @Override
            public Tensor slope() {
                return slope;
            }
        };
    }
}
