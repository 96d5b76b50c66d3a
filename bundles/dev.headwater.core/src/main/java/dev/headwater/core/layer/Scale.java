package dev.headwater.core.layer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.initializer.Initializer;
import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.List;

/**
 * A learned factor, y = α x. One that starts at 0 at the end of a residual branch is ReZero (Bachlechner et al. 2021):
 * the network starts as the identity, however deep. One per channel that starts small is LayerScale (Touvron et al.
 * 2021). Factor (1) or (channels), not decayed. Backward: dx = α dy, dα = Σ dy x.
 */
@InFamily(LayerFamily.JOIN)
@Named(about = "a learned factor: y = alpha x; from 0 it is ReZero's, per channel LayerScale's")
public record Scale(
        @Setting(about = "What has a factor of its own: the layer, or each channel.", byDefault = "layer") Per per,
        @Setting(about = "What the factors start with.", byDefault = "zeros") Initializer factor) implements Layer {
    @Override
    public Shape outputShape(List<Shape> inputs) {
        return inputs.get(0);
    }

    @Override
    public List<ParameterSpec> parameters(List<Shape> inputs) {
        return List.of(new ParameterSpec("factor", Shape.of(per.count(inputs.get(0).columns())), 1, 1, factor));
    }

    @Override
    public Kernel bind(Place place) {
        Tensor x = place.input(0);
        Tensor a = place.parameter("factor");
        Tensor dy = place.outputGradient();
        Slopes each = new Slopes(x.shape(), a.shape().size());
        Sweep forward = place.each((w, r, example) -> each.multiply(r[0], r[1], w[0]), new Tensor[] {place.output()},
                x, a);
        Sweep sums = place.each((w, r, example) -> each.addProducts(r[0], r[1], w[0]),
                new Tensor[] {place.gradient("factor")}, dy, x);
        Sweep back = place.needsInputGradient(0) ? place.each((w, r, example) -> each.multiply(r[0], r[1], w[0]),
                new Tensor[] {place.inputGradient(0)}, dy, a) : Sweep.NONE;
        return Kernels.of(forward, sums, back);
    }
}
