package dev.headwater.core.layer;

import dev.headwater.core.activation.Linear;
import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.List;

/** An activation as a layer of its own, y = f(x), of any shape. Backward: dx = dy ⊙ f'(x). */
@InFamily(LayerFamily.ACTIVATION)
@Named(about = "an activation as a layer of its own: y = f(x)")
public record Activation(
        @Setting(about = "Function applied to every value.") dev.headwater.core.activation.Activation activation)
        implements Layer {
    @Override
    public Shape outputShape(List<Shape> inputs) {
        return inputs.get(0);
    }

    @Override
    public Kernel bind(Place place) {
        Tensor x = place.input(0);
        Tensor y = place.output();
        boolean straight = activation instanceof Linear;
        boolean gate = activation.isGate();
        Tensor slope = straight ? null : gate ? y : place.scratch("slope", y.shape());
        Sweep forward = straight ? place.sweep((w, r, n) -> Tiles.copy(r[0], w[0], n), new Tensor[] {y}, x)
                : gate ? place.sweep((w, r, n) -> activation.value(r[0], w[0], n), new Tensor[] {y}, x)
                        : place.sweep((w, r, n) -> activation.valueAndSlope(r[0], w[0], w[1], n), new Tensor[] {y,
                                slope}, x);
        Sweep backward = backward(place, slope);
        return new Kernel() {
            @Override
            public void forward(Pass pass) {
                forward.run(pass.rows());
            }

            @Override
            public void backward(Pass pass) {
                backward.run(pass.rows());
            }

            @Override
            public Tensor slope() {
                return slope;
            }

            @Override
            public double steepest() {
                return gate ? 0 : activation.steepest();
            }

            @Override
            public Tensor logits() {
                return place.fusedWithLoss() ? x : null;
            }
        };
    }

    /** Where the loss starts from the logits, dy is dL/dx already. */
    private Sweep backward(Place place, Tensor slope) {
        if (!place.needsInputGradient(0)) {
            return Sweep.NONE;
        }
        Tensor dy = place.outputGradient();
        Tensor[] dx = {place.inputGradient(0)};
        return slope == null || place.fusedWithLoss()
                ? place.sweep((w, r, n) -> Tiles.copy(r[0], w[0], n), dx, dy)
                : activation.isGate() ? place.sweep((w, r, n) -> activation.back(r[1], r[0], w[0], n), dx, dy, slope)
                        : place.sweep((w, r, n) -> Tiles.multiply(r[0], r[1], w[0], n), dx, dy, slope);
    }
}
