package dev.headwater.core.layer;

import dev.headwater.core.activation.Activation;
import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.initializer.Initializer;
import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.tensor.Shape;
import java.util.List;

/**
 * A convolution over images (LeCun et al. 1989), {@code [height, width, channels]} to
 * {@code [height', width', filters]}: y[i, j, o] = f(b[o] + Σ w[o, c, k, l] · x[i · s − p + k · d, j · s − p + l · d, c])
 * with stride s, padding p (counting as 0) and dilation d. Weight (filters, channels / groups, kernel height, kernel
 * width), bias (filters); the kernel is not flipped.
 */
@InFamily(LayerFamily.CONVOLUTION)
@Named(about = "convolution over images: every output is f(b + sum of w * x over a window)")
public record Conv2D(
        @Setting(about = "Number of outputs per position.", min = 1, max = 1 << 24) int filters,
        @Setting(about = "Window that an output looks at: one number, or [height, width].") Shape kernel,
        @Setting(about = "Steps from one window to the next: one number, or [height, width].", byDefault = "1") Shape stride,
        @Setting(about = "valid for none, same for ceil(input / stride) outputs, or zeros on both sides of each axis.", byDefault = "valid") List<String> padding,
        @Setting(about = "Steps between two positions of a window: one number, or [height, width].", byDefault = "1") Shape dilation,
        @Setting(about = "Into how many groups channels and filters fall; as many as channels is depthwise.", byDefault = "1", min = 1, max = 1 << 24) int groups,
        @Setting(about = "Function applied to every output.", byDefault = "linear") Activation activation,
        @Setting(about = "What draws the first weights.", byDefault = "xavier") Initializer weight,
        @Setting(about = "What draws the first biases.", byDefault = "zeros") Initializer bias,
        @Setting(about = "Whether a bias is added.", byDefault = "true") boolean useBias) implements Layer {

    /** A convolution whose windows have two axes. */
    public Conv2D {
        padding = List.copyOf(padding);
        Windows.pair("Conv2D", "kernel", kernel);
        Windows.pair("Conv2D", "stride", stride);
        Windows.pair("Conv2D", "dilation", dilation);
        Padding.of("Conv2D", 2, padding);
    }

    private Windows windows(Shape input) {
        return Windows.of("Conv2D", "kernel", input, Windows.pair("Conv2D", "kernel", kernel),
                Windows.pair("Conv2D", "stride", stride), Windows.pair("Conv2D", "dilation", dilation),
                Padding.of("Conv2D", 2, padding));
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Windows at = windows(inputs.get(0));
        return Shape.of(at.down().output(), at.across().output(), filters);
    }

    @Override
    public List<ParameterSpec> parameters(List<Shape> inputs) {
        return Convolution.parameters("Conv2D", inputs.get(0), filters, groups, Windows.pair("Conv2D", "kernel",
                kernel),
                weight, useBias ? bias : null);
    }

    @Override
    public long multiplyAdds(List<Shape> inputs) {
        Windows at = windows(inputs.get(0));
        return (long) at.positions() * at.taps() * (at.channels() / groups) * filters;
    }

    @Override
    public Kernel bind(Place place) {
        return Convolution.of(place, windows(place.input(0).shape()), groups, activation, useBias);
    }
}
