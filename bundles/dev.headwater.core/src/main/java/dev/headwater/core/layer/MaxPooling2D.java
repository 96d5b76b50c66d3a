package dev.headwater.core.layer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.tensor.Shape;
import java.util.List;

/**
 * The largest value of every window, channel by channel, {@code [height, width, channels]} to
 * {@code [height', width', channels]};
 * padding is −∞ and never the largest. Backward: the first largest value of a window receives dy, the others nothing.
 */
@InFamily(LayerFamily.CONVOLUTION)
@Named(about = "largest value of every window over images")
public record MaxPooling2D(
        @Setting(about = "Window: one number, or [height, width].", byDefault = "2") Shape size,
        @Setting(about = "Steps from one window to the next: one number, or [height, width]; left out, the size.", optional = true) Shape stride,
        @Setting(about = "valid for none, same for ceil(input / stride) windows, or so many on both sides of each axis.", byDefault = "valid") List<String> padding)
        implements Layer {

    /** A pooling whose windows make sense. */
    public MaxPooling2D {
        padding = List.copyOf(padding);
        Windows.pair("MaxPooling2D", "size", size);
        Windows.pair("MaxPooling2D", "stride", stride == null ? size : stride);
        Padding.of("MaxPooling2D", 2, padding);
    }

    private Windows windows(Shape input) {
        return Pooling.windows("MaxPooling2D", input, Windows.pair("MaxPooling2D", "size", size),
                Windows.pair("MaxPooling2D", "stride", stride == null ? size : stride), padding);
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Windows at = windows(inputs.get(0));
        return Shape.of(at.down().output(), at.across().output(), at.channels());
    }

    @Override
    public Kernel bind(Place place) {
        return Pooling.max(place, windows(place.input(0).shape()));
    }
}
