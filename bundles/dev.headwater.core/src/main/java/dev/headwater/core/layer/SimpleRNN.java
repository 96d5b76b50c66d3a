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
 * A plain recurrent layer (Elman 1990), h_t = f(W x_t + U h_{t−1} + b), h_{−1} = 0: {@code [time, inputs]} to
 * {@code [time, units]}, or to {@code [units]}, the last step that counts. W is {@code weight_ih} (units, inputs), U is
 * {@code weight_hh} (units, units), b is {@code bias} (units), the sum of PyTorch's two.
 *
 * <p>
 * Backward: dh_{t−1} += Uᵀ (dh_t ⊙ f'(z_t)), so over T steps the gradient is multiplied T times by U and f' (Pascanu et
 * al. 2013). That is why U begins orthogonal, as in Keras: all its singular values are 1, and what vanishes at first
 * vanishes by f' alone. With ReLU and U = identity it is an IRNN (Le et al. 2015).
 */
@InFamily(LayerFamily.RECURRENT)
@Named(about = "plain recurrent: h_t = f(W x_t + U h_{t-1} + b); with relu and U = identity an IRNN")
public record SimpleRNN(
        @Setting(about = "Number of state values.", min = 1, max = 1 << 20) int units,
        @Setting(about = "Function applied to every state.", byDefault = "tanh") Activation activation,
        @Setting(about = "Whether the output is the whole sequence; else its last step.", byDefault = "false") boolean returnSequences,
        @Setting(about = "What draws the first weights of the input.", byDefault = "xavier") Initializer weight,
        @Setting(about = "What draws the first weights from state to state.", byDefault = "orthogonal") Initializer recurrent,
        @Setting(about = "What draws the first biases.", byDefault = "zeros") Initializer bias,
        @Setting(about = "Whether biases are added.", byDefault = "true") boolean useBias,
        @Setting(about = "Steps that the gradient goes back through time; 0: all.", byDefault = "0", min = 0) int truncate)
        implements Recurrent {

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Unrolling.shape("SimpleRNN", inputs, units, returnSequences);
    }

    @Override
    public List<ParameterSpec> parameters(List<Shape> inputs) {
        int in = inputs.get(0).columns();
        ParameterSpec w = new ParameterSpec("weight_ih", Shape.of(units, in), in, units, weight);
        ParameterSpec u = new ParameterSpec("weight_hh", Shape.of(units, units), units, units, recurrent);
        return useBias ? List.of(w, u, new ParameterSpec("bias", Shape.of(units), in, units, bias)) : List.of(w, u);
    }

    @Override
    public long multiplyAdds(List<Shape> inputs) {
        return (long) inputs.get(0).extent(0) * units * (inputs.get(0).columns() + units);
    }

    @Override
    public Kernel bind(Place place) {
        Tensor w = place.parameter("weight_ih");
        Tensor u = place.parameter("weight_hh");
        Tensor[] b = useBias ? new Tensor[] {place.parameter("bias")} : new Tensor[0];
        Unrolling time = new Unrolling(place, units, returnSequences, truncate);
        int steps = time.steps();
        Timeline z = new Timeline(place, "z", steps, units); // z, then dz
        Tensor slopes = place.scratch("slope", Shape.of(steps, units));
        Transposed turned = new Transposed(place, "weight_hh-turned", u);
        StepProducts input = StepProducts.each(place, steps, z, time.inputs(), w, Form.ABT);
        Product[] from = new Product[steps];
        Sweep[] bend = new Sweep[steps];
        Sweep[] unbend = new Sweep[steps];
        Product[] back = new Product[steps];
        for (int t = 0; t < steps; t++) {
            Tensor zt = z.at(t);
            Tensor slope = Steps.at(slopes, t);
            from[t] = place.productAdd(zt, time.before(t), turned.matrix(), Form.AB);
            bend[t] = place.sweep(this::bend, new Tensor[] {time.state(t), slope}, Steps.join(new Tensor[] {zt}, b));
            unbend[t] = place.sweep((wr, r, n) -> Tiles.multiply(r[0], r[1], wr[0], n), new Tensor[] {zt},
                    time.gradient(t), slope);
            back[t] = place.productAdd(time.gradient(t - 1), zt, u, Form.AB);
        }
        StepProducts du = StepProducts.sum(place, steps, place.gradient("weight_hh"), z, time.states());
        StepProducts dw = StepProducts.sum(place, steps, place.gradient("weight_ih"), z, time.inputs());
        StepProducts db = useBias ? StepProducts.columnSums(place, steps, place.gradient("bias"), z)
                : StepProducts.NONE;
        StepProducts dx = place.needsInputGradient(0)
                ? StepProducts.each(place, steps, time.inputGradients(), z, w, Form.AB) : StepProducts.NONE;
        return new Kernel() {
            @Override
            public void forward(Pass pass) {
                int rows = pass.rows();
                time.beginForward(pass);
                turned.refresh();
                for (int t = 0; t < steps; t++) {
                    input.run(t, time.rows());
                    from[t].run(rows);
                    bend[t].run(rows);
                    time.left(t, pass);
                }
                time.endForward(pass);
            }

            @Override
            public void backward(Pass pass) {
                int rows = pass.rows();
                time.beginBackward(pass);
                for (int t = steps - 1; t >= 0; t--) {
                    time.keep(t, pass);
                    unbend[t].run(rows);
                    back[t].run(rows);
                    time.restore(t, null, pass);
                    z.clearRest(t, 1, pass);
                    du.run(t, time.rows());
                    dw.run(t, time.rows());
                    db.run(t, time.rows());
                    dx.run(t, time.rows());
                }
                time.endBackward(pass);
            }

            @Override
            public Tensor slope() {
                return slopes;
            }

            @Override
            public double steepest() {
                return activation.steepest();
            }

            @Override
            public Tensor throughTime() {
                return time.gradients();
            }
        };
    }

    /** f and f' of z, to which the bias is added first if there is one. */
    private void bend(float[][] w, float[][] r, int n) {
        if (r.length > 1) {
            Tiles.add(r[0], r[1], r[0], n);
        }
        activation.valueAndSlope(r[0], w[0], w[1], n);
    }
}
