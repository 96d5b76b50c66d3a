package dev.headwater.core.layer;

import dev.headwater.core.activation.Activation;
import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.initializer.Initializer;
import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.List;

/**
 * A fully connected layer, y = f(x wᵀ + b), on the last axis: {@code [..., inputs]} to {@code [..., units]}; weight
 * (units, inputs), bias (units). Backward: dz = dy ⊙ f'(z), db = Σ dz, dw = dzᵀ x, dx = dz w.
 */
@InFamily(LayerFamily.DENSE)
@Named(about = "fully connected: y = f(x w^T + b) on the last axis")
public record Dense(
        @Setting(about = "Number of outputs.", min = 1, max = 1 << 24) int units,
        @Setting(about = "Function applied to every output.", byDefault = "linear") Activation activation,
        @Setting(about = "What draws the first weights.", byDefault = "xavier") Initializer weight,
        @Setting(about = "What draws the first biases.", byDefault = "zeros") Initializer bias,
        @Setting(about = "Whether a bias is added.", byDefault = "true") boolean useBias) implements Layer {

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return inputs.get(0).withColumns(units);
    }

    @Override
    public List<ParameterSpec> parameters(List<Shape> inputs) {
        int in = inputs.get(0).columns();
        ParameterSpec w = new ParameterSpec("weight", Shape.of(units, in), in, units, weight)
                .withGain(activation.gain());
        return useBias ? List.of(w, new ParameterSpec("bias", Shape.of(units), in, units, bias)) : List.of(w);
    }

    @Override
    public long multiplyAdds(List<Shape> inputs) {
        return (long) inputs.get(0).size() * units;
    }

    @Override
    public Kernel bind(Place place) {
        Tensor x = place.input(0);
        Tensor w = place.parameter("weight");
        Tensor dz = place.outputGradient();
        Bend f = new Bend(place, activation, useBias ? "bias" : null);
        Product z = place.product(f.z(), x, w, Form.ABT);
        Product dw = place.product(place.gradient("weight"), dz, x, Form.ATB);
        Product dx = place.needsInputGradient(0) ? place.product(place.inputGradient(0), dz, w, Form.AB) : Product.NONE;
        return new Kernel() {
            @Override
            public void forward(Pass pass) {
                z.run(pass.rows());
                f.forward(pass.rows());
            }

            @Override
            public void backward(Pass pass) {
                f.backward(pass.rows());
                dw.run(pass.rows());
                dx.run(pass.rows());
            }

            @Override
            public Tensor slope() {
                return f.slope();
            }

            @Override
            public double steepest() {
                return f.steepest();
            }

            @Override
            public Tensor logits() {
                return f.logits();
            }
        };
    }
}
