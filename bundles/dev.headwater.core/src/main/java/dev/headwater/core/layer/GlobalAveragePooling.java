package dev.headwater.core.layer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * The mean of every channel over all positions (Lin et al. 2014), {@code [time, channels]} or
 * {@code [height, width, channels]} to {@code [channels]}. Of a sequence only the steps within its length count.
 * Backward: every position that counts receives dy / n.
 */
@InFamily(LayerFamily.CONVOLUTION)
@Named(about = "mean of every channel over all positions of a sequence or image")
public record GlobalAveragePooling() implements Layer {
    @Override
    public Shape outputShape(List<Shape> inputs) {
        return GlobalPooling.outputShape("GlobalAveragePooling", inputs.get(0));
    }

    @Override
    public Kernel bind(Place place) {
        return new GlobalPooling(place, GlobalAveragePooling::mean, GlobalAveragePooling::spread);
    }

    private static void mean(float[] x, float[] same, float[] y, int positions, int channels) {
        Arrays.fill(y, 0, channels, 0f);
        for (int p = 0; p < positions; p++) {
            for (int c = 0; c < channels; c++) {
                y[c] += x[p * channels + c];
            }
        }
        for (int c = 0; c < channels; c++) {
            y[c] /= positions;
        }
    }

    private static void spread(float[] x, float[] dy, float[] dx, int positions, int channels) {
        for (int p = 0; p < positions; p++) {
            for (int c = 0; c < channels; c++) {
                dx[p * channels + c] = dy[c] / positions;
            }
        }
    }
}
