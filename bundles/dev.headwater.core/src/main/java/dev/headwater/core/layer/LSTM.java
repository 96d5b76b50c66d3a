package dev.headwater.core.layer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.initializer.Initializer;
import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Long short-term memory (Hochreiter and Schmidhuber 1997; forget gate of Gers et al. 2000): {@code [time, inputs]} to
 * {@code [time, units]}, or to {@code [units]}, the last step that counts.
 *
 * <pre>
 * i, f, o = sigmoid(W x_t + U h_{t−1} + b)     g = tanh(W x_t + U h_{t−1} + b)
 * c_t = f ⊙ c_{t−1} + i ⊙ g                    h_t = o ⊙ tanh(c_t)
 * </pre>
 *
 * {@code weight_ih} W (4 · units, inputs), {@code weight_hh} U (4 · units, units) and {@code bias} (4 · units, the sum
 * of PyTorch's two) hold the gates in the order i, f, g, o. Peepholes (Gers and Schmidhuber 2000) add p ⊙ c_{t−1} to i
 * and f and p ⊙ c_t to o. A projection (Sak et al. 2014) makes h_t = R (o ⊙ tanh(c_t)) with {@code weight_hr}
 * (projection, units).
 *
 * <p>
 * Backward: dc_{t−1} = f ⊙ dc_t along the carousel, neither weights nor slopes in between, so nothing vanishes where f
 * is near 1. Hence the forget gate begins with a bias of 1 (Jozefowicz et al. 2015, and Keras), each gate's part of U
 * orthogonal and W by Xavier (Keras); PyTorch's uniform ± 1/√units for all has no such reason.
 */
@InFamily(LayerFamily.RECURRENT)
@Named(about = "long short-term memory: c_t = f c_{t-1} + i g carries gradients through time")
public record LSTM(
        @Setting(about = "Number of memory cells.", min = 1, max = 1 << 20) int units,
        @Setting(about = "Whether the output is the whole sequence; else its last step.", byDefault = "false") boolean returnSequences,
        @Setting(about = "What draws the first weights of the input, gate by gate.", byDefault = "xavier") Initializer weight,
        @Setting(about = "What draws the first weights from state to state, gate by gate.", byDefault = "orthogonal") Initializer recurrent,
        @Setting(about = "What draws the first biases.", byDefault = "zeros") Initializer bias,
        @Setting(about = "Whether biases are added.", byDefault = "true") boolean useBias,
        @Setting(about = "Added to the forget gate's first biases; not with chrono.", byDefault = "1", min = -100, max = 100) double forgetBias,
        @Setting(about = "Whether gates see the cell: peepholes.", byDefault = "false") boolean peepholes,
        @Setting(about = "Number of state values that the cells are projected to; 0: no projection.", byDefault = "0", min = 0, max = 1 << 20) int projection,
        @Setting(about = "Steps that the gradient goes back through time; 0: all.", byDefault = "0", min = 0) int truncate)
        implements Recurrent {

    private int states() {
        return projection > 0 ? projection : units;
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Unrolling.shape("LSTM", inputs, states(), returnSequences);
    }

    @Override
    public List<ParameterSpec> parameters(List<Shape> inputs) {
        int in = inputs.get(0).columns();
        List<ParameterSpec> all = new ArrayList<>(List.of(Gates.weight("weight_ih", 4, units, in, weight),
                Gates.weight("weight_hh", 4, units, states(), recurrent)));
        if (useBias) {
            all.add(Gates.bias(4, units, in, bias, 1, forgetBias));
        }
        if (projection > 0) {
            all.add(new ParameterSpec("weight_hr", Shape.of(projection, units), units, projection, weight));
        }
        if (peepholes) {
            all.addAll(Peepholes.parameters(units));
        }
        return List.copyOf(all);
    }

    @Override
    public long multiplyAdds(List<Shape> inputs) {
        return inputs.get(0).extent(0)
                * (4L * units * (inputs.get(0).columns() + states()) + (long) projection * units);
    }

    @Override
    public Kernel bind(Place place) {
        return new LstmKernel(this, place, new Unrolling(place, states(), returnSequences, truncate));
    }
}
