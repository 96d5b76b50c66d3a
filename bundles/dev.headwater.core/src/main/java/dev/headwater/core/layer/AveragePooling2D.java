package dev.headwater.core.layer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.tensor.Shape;
import java.util.List;

/**
 * The mean of every window, channel by channel, {@code [height, width, channels]} to
 * {@code [height', width', channels]};
 * y = Σ x / n with n the window's values, padding included or not. Backward: every value of a window receives dy / n.
 */
@InFamily(LayerFamily.CONVOLUTION)
@Named(about = "mean of every window over images")
public record AveragePooling2D(
        @Setting(about = "Window: one number, or [height, width].", byDefault = "2") Shape size,
        @Setting(about = "Steps from one window to the next: one number, or [height, width]; left out, the size.", optional = true) Shape stride,
        @Setting(about = "valid for none, same for ceil(input / stride) windows, or so many on both sides of each axis.", byDefault = "valid") List<String> padding,
        @Setting(about = "Whether padding counts as zeros in the mean.", byDefault = "true") boolean countIncludePad)
        implements Layer {

    /** A pooling whose windows make sense. */
    public AveragePooling2D {
        padding = List.copyOf(padding);
        Windows.pair("AveragePooling2D", "size", size);
        Windows.pair("AveragePooling2D", "stride", stride == null ? size : stride);
        Padding.of("AveragePooling2D", 2, padding);
    }

    private Windows windows(Shape input) {
        return Pooling.windows("AveragePooling2D", input, Windows.pair("AveragePooling2D", "size", size),
                Windows.pair("AveragePooling2D", "stride", stride == null ? size : stride), padding);
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Windows at = windows(inputs.get(0));
        return Shape.of(at.down().output(), at.across().output(), at.channels());
    }

    @Override
    public Kernel bind(Place place) {
        return Pooling.average(place, windows(place.input(0).shape()), countIncludePad);
    }
}
