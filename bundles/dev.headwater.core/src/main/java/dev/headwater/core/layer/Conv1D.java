package dev.headwater.core.layer;

import dev.headwater.core.activation.Activation;
import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.initializer.Initializer;
import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.tensor.Shape;
import java.util.List;

/**
 * A convolution over time (Waibel et al. 1989), {@code [time, channels]} to {@code [time', filters]}:
 * y[t, o] = f(b[o] + Σ w[o, c, k] · x[t · stride − padding + k · dilation, c]), padding counting as 0. Weight
 * (filters, channels / groups, kernel), bias (filters); the kernel is not flipped.
 */
@InFamily(LayerFamily.CONVOLUTION)
@Named(about = "convolution over time: y[t] = f(b + sum_k w[k] x[t * stride - padding + k * dilation])")
public record Conv1D(
        @Setting(about = "Number of outputs per position.", min = 1, max = 1 << 24) int filters,
        @Setting(about = "Steps that an output looks at.", min = 1, max = 1 << 20) int kernel,
        @Setting(about = "Steps from one output to the next.", byDefault = "1", min = 1, max = 1 << 20) int stride,
        @Setting(about = "valid for none, same for ceil(time / stride) outputs, or steps of zeros on both sides.", byDefault = "valid") List<String> padding,
        @Setting(about = "Steps between two that an output looks at.", byDefault = "1", min = 1, max = 1 << 20) int dilation,
        @Setting(about = "Into how many groups channels and filters fall; as many as channels is depthwise.", byDefault = "1", min = 1, max = 1 << 24) int groups,
        @Setting(about = "Function applied to every output.", byDefault = "linear") Activation activation,
        @Setting(about = "What draws the first weights.", byDefault = "xavier") Initializer weight,
        @Setting(about = "What draws the first biases.", byDefault = "zeros") Initializer bias,
        @Setting(about = "Whether a bias is added.", byDefault = "true") boolean useBias) implements Layer {

    /** A convolution whose padding makes sense. */
    public Conv1D {
        padding = List.copyOf(padding);
        Padding.of("Conv1D", 1, padding);
    }

    private Windows windows(Shape input) {
        return Windows.of("Conv1D", "kernel", input, new int[] {kernel}, new int[] {stride}, new int[] {dilation},
                Padding.of("Conv1D", 1, padding));
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Shape.of(windows(inputs.get(0)).positions(), filters);
    }

    @Override
    public List<ParameterSpec> parameters(List<Shape> inputs) {
        return Convolution.parameters("Conv1D", inputs.get(0), filters, groups, new int[] {kernel}, weight,
                useBias ? bias : null);
    }

    @Override
    public long multiplyAdds(List<Shape> inputs) {
        return (long) outputShape(inputs).size() * kernel * (inputs.get(0).columns() / groups);
    }

    @Override
    public Kernel bind(Place place) {
        return Convolution.of(place, windows(place.input(0).shape()), groups, activation, useBias);
    }
}
