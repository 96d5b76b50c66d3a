package dev.headwater.core.layer;

import dev.headwater.core.activation.Activation;
import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.initializer.Initializer;
import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.initializer.SpectralRadius;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.ShapeMismatch;
import dev.headwater.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * A reservoir of leaky units with fixed random weights (Jaeger 2001, GMD report 148): {@code [time, features]} to
 * {@code [time, units]}, or to {@code [units]}, the last state. With α the leak, δ the decay and ν
 * uniform noise,
 *
 * <pre>
 * x(t) = (1 − α δ) x(t−1) + α f(W_in u(t) + W x(t−1) + b + ν(t))
 * </pre>
 *
 * weight_ih (units, features) is W_in, weight_hh (units, units) is W, sparse and of an exact spectral radius; none of
 * them is trained. The last {@code feedback} features are the network's own former outputs, scaled on their own: data
 * hold the true ones there (teacher forcing), a free run lays the outputs in. Backward is full back-propagation through
 * time to the inputs: with g(t) = dy(t) + the carry, dz = α g ⊙ f'(z), carry = (1 − α δ) g + Wᵀ dz, du = dz W_in.
 */
@InFamily(LayerFamily.RECURRENT)
@Named(about = "reservoir of leaky units with fixed random weights: x' = (1 - leak decay) x + leak f(W_in u + W x + b)")
public record EchoState(
        @Setting(about = "Units of the reservoir.", min = 1, max = 1 << 14) int units,
        @Setting(about = "Largest |eigenvalue| of the reservoir's weights; below 1 old inputs are forgotten.", byDefault = "0.9", min = 0, max = 100) double spectralRadius,
        @Setting(about = "Share of the new value in each step; 1 keeps nothing of the old state.", byDefault = "1", min = 0, minExclusive = true, max = 1) double leak,
        @Setting(about = "Factor on the leak where it shrinks the old state: 1 for leaky integrators, Jaeger's a in 2001.", byDefault = "1", min = 0, max = 1) double decay,
        @Setting(about = "Share of the reservoir's weights that are not 0.", byDefault = "0.1", min = 0, minExclusive = true, max = 1) double density,
        @Setting(about = "Weights of the inputs are uniform in plus or minus this.", byDefault = "1", min = 0) double inputScaling,
        @Setting(about = "How many of the last features are the network's own former outputs.", byDefault = "0", min = 0) int feedback,
        @Setting(about = "Weights of the fed back outputs are uniform in plus or minus this.", byDefault = "1", min = 0) double feedbackScaling,
        @Setting(about = "Biases are uniform in plus or minus this.", byDefault = "0", min = 0) double biasScaling,
        @Setting(about = "Uniform noise of plus or minus this inside f, while training.", byDefault = "0", min = 0) double noise,
        @Setting(about = "First steps whose outputs are 0 and learn nothing, as they remember the start.", byDefault = "0", min = 0) int washout,
        @Setting(about = "Function of the units.", byDefault = "tanh") Activation activation,
        @Setting(about = "Whether the output is the whole sequence; else its last step.", byDefault = "true") boolean returnSequences)
        implements Layer {
    /** The state in which every sequence begins: zeros, unless a free run goes on from somewhere. */
    public static final String START = "start";

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Shape x = inputs.get(0);
        if (x.rank() != 2) {
            throw new ShapeMismatch("EchoState reads sequences of shape [time, features], its input is " + x);
        }
        if (feedback > x.columns()) {
            throw new ShapeMismatch("EchoState feeds back " + feedback + " outputs, which must be the last features of"
                    + " its input, but that is " + x);
        }
        if (washout >= x.extent(0)) {
            throw new ShapeMismatch("EchoState has a washout of " + washout + " steps, but its input " + x
                    + " has only "
                    + x.extent(0) + "; set washout below that");
        }
        return returnSequences ? Shape.of(x.extent(0), units) : Shape.of(units);
    }

    @Override
    public List<ParameterSpec> parameters(List<Shape> inputs) {
        int in = inputs.get(0).columns();
        Initializer inputWeights = (into, spec, random) -> {
            for (int i = 0; i < into.length; i++) {
                double scale = i % in < in - feedback ? inputScaling : feedbackScaling;
                into[i] = (float) (scale * (2 * random.nextDouble() - 1));
            }
        };
        Initializer reservoir = (into, spec, random) -> SpectralRadius.draw(into, units, spectralRadius, density,
                random);
        List<ParameterSpec> specs = new ArrayList<>();
        specs.add(new ParameterSpec("weight_ih", Shape.of(units, in), in, units, inputWeights, false, false));
        specs.add(new ParameterSpec("weight_hh", Shape.of(units, units), units, units,
                reservoir, false, false));
        if (biasScaling > 0) {
            Initializer bias = (into, spec, random) -> {
                for (int i = 0; i < into.length; i++) {
                    into[i] = (float) (biasScaling * (2 * random.nextDouble() - 1));
                }
            };
            specs.add(new ParameterSpec("bias", Shape.of(units), in, units, bias, false, false));
        }
        return specs;
    }

    @Override
    public List<StateSpec> states(List<Shape> inputs) {
        return List.of(new StateSpec(START, Shape.of(units), 0));
    }

    @Override
    public long multiplyAdds(List<Shape> inputs) {
        Shape x = inputs.get(0);
        return (long) (x.extent(0) * units * (x.columns() + density * units));
    }

    @Override
    public Kernel bind(Place place) {
        Tensor u = place.input(0);
        int time = u.shape().extent(0);
        Shape states = Shape.of(time, units);
        Tensor z = place.scratch("z", states); // W_in u, later f'(z), in the backward pass dz
        Tensor y = returnSequences ? place.output() : place.scratch("states", states);
        ReservoirSteps steps = new ReservoirSteps(this, place, time);
        Tensor w = place.parameter("weight_ih");
        Product in = place.product(z, u, w, Form.ABT);
        Sweep forward = steps.forward(place, z, y);
        boolean back = place.needsInputGradient(0);
        Sweep backward = back ? steps.backward(place, z) : Sweep.NONE;
        Product du = back ? place.product(place.inputGradient(0), z, w, Form.AB) : Product.NONE;
        return new Kernel() {
            @Override
            public void forward(Pass pass) {
                in.run(pass.rows());
                steps.at(pass);
                forward.run(pass.rows());
            }

            @Override
            public void backward(Pass pass) {
                backward.run(pass.rows());
                du.run(pass.rows());
            }
        };
    }
}
