package dev.headwater.core.layer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.tensor.Shape;
import java.util.List;
import java.util.OptionalInt;

/**
 * The mean of every window, channel by channel, {@code [time, channels]} to {@code [time', channels]};
 * y = Σ x / n with n the window's values, padding included or not. Backward: every value of a window receives dy / n.
 */
@InFamily(LayerFamily.CONVOLUTION)
@Named(about = "mean of every window over time")
public record AveragePooling1D(
        @Setting(about = "Steps in a window.", byDefault = "2", min = 1, max = 1 << 20) int size,
        @Setting(about = "Steps from one window to the next; auto is the size.", byDefault = "auto", min = 1, max = 1 << 20) OptionalInt stride,
        @Setting(about = "valid for none, same for ceil(time / stride) windows, or steps on both sides.", byDefault = "valid") List<String> padding,
        @Setting(about = "Whether padding counts as zeros in the mean.", byDefault = "true") boolean countIncludePad)
        implements Layer {

    /** A pooling whose windows make sense. */
    public AveragePooling1D {
        padding = List.copyOf(padding);
        Padding.of("AveragePooling1D", 1, padding);
    }

    private Windows windows(Shape input) {
        return Pooling.windows("AveragePooling1D", input, new int[] {size}, new int[] {stride.orElse(size)}, padding);
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Windows at = windows(inputs.get(0));
        return Shape.of(at.positions(), at.channels());
    }

    @Override
    public Kernel bind(Place place) {
        return Pooling.average(place, windows(place.input(0).shape()), countIncludePad);
    }
}
