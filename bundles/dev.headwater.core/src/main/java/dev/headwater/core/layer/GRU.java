package dev.headwater.core.layer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.initializer.Chrono;
import dev.headwater.core.initializer.Initializer;
import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.initializer.Zeros;
import dev.headwater.core.tensor.Shape;
import java.util.List;

/**
 * A gated recurrent unit (Cho et al. 2014) in PyTorch's form, which resets after the product: {@code [time, inputs]} to
 * {@code [time, units]}, or to {@code [units]}, the last step that counts.
 *
 * <pre>
 * r, z = sigmoid(W x_t + U h_{t−1} + b)        n = tanh(W x_t + b + r ⊙ (U h_{t−1} + b_hn))
 * h_t = (1 − z) ⊙ n + z ⊙ h_{t−1}
 * </pre>
 *
 * {@code weight_ih} W (3 · units, inputs), {@code weight_hh} U (3 · units, units) and {@code bias} (3 · units) hold the
 * gates in the order r, z, n; of r and z the bias is the sum of PyTorch's two, of n it is b_in alone, for b_hn,
 * {@code bias_hn} (units), stands inside the brackets. z keeps the old state. All biases are there or none.
 *
 * <p>
 * Backward: dh_{t−1} = z ⊙ dh_t + …, the carousel of the LSTM without a cell of its own. Each gate's part of U begins
 * orthogonal and W by Xavier, as in Keras.
 */
@InFamily(LayerFamily.RECURRENT)
@Named(about = "gated recurrent unit: h_t = (1 - z) n + z h_{t-1}")
public record GRU(
        @Setting(about = "Number of state values.", min = 1, max = 1 << 20) int units,
        @Setting(about = "Whether the output is the whole sequence; else its last step.", byDefault = "false") boolean returnSequences,
        @Setting(about = "What draws the first weights of the input, gate by gate.", byDefault = "xavier") Initializer weight,
        @Setting(about = "What draws the first weights from state to state, gate by gate.", byDefault = "orthogonal") Initializer recurrent,
        @Setting(about = "What draws the first biases.", byDefault = "zeros") Initializer bias,
        @Setting(about = "Whether biases are added.", byDefault = "true") boolean useBias,
        @Setting(about = "Steps that the gradient goes back through time; 0: all.", byDefault = "0", min = 0) int truncate)
        implements Recurrent {
    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Unrolling.shape("GRU", inputs, units, returnSequences);
    }

    @Override
    public List<ParameterSpec> parameters(List<Shape> inputs) {
        int in = inputs.get(0).columns();
        ParameterSpec w = Gates.weight("weight_ih", 3, units, in, weight);
        ParameterSpec u = Gates.weight("weight_hh", 3, units, units, recurrent);
        if (!useBias) {
            return List.of(w, u);
        }
        Initializer inner = bias instanceof Chrono ? new Zeros() : bias;
        return List.of(w, u, Gates.bias(3, units, in, bias, 0, 0),
                new ParameterSpec("bias_hn", Shape.of(units), units, units, inner));
    }

    @Override
    public long multiplyAdds(List<Shape> inputs) {
        return 3L * inputs.get(0).extent(0) * units * (inputs.get(0).columns() + units);
    }

    @Override
    public Kernel bind(Place place) {
        return new GruKernel(units, useBias, place, new Unrolling(place, units, returnSequences, truncate));
    }
}
