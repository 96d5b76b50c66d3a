package dev.headwater.core.layer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.tensor.Shape;
import java.util.List;

/**
 * The largest value of every channel over all positions, {@code [time, channels]} or {@code [height, width, channels]}
 * to {@code [channels]}. Of a sequence only the steps within its length count. Backward: the first position with the
 * largest value receives dy.
 */
@InFamily(LayerFamily.CONVOLUTION)
@Named(about = "largest value of every channel over all positions of a sequence or image")
public record GlobalMaxPooling() implements Layer {
    @Override
    public Shape outputShape(List<Shape> inputs) {
        return GlobalPooling.outputShape("GlobalMaxPooling", inputs.get(0));
    }

    @Override
    public Kernel bind(Place place) {
        return new GlobalPooling(place, GlobalMaxPooling::largest, GlobalMaxPooling::unmax);
    }

    private static void largest(float[] x, float[] same, float[] y, int positions, int channels) {
        for (int c = 0; c < channels; c++) {
            y[c] = x[winner(x, c, positions, channels) * channels + c];
        }
    }

    private static void unmax(float[] x, float[] dy, float[] dx, int positions, int channels) {
        for (int c = 0; c < channels; c++) {
            dx[winner(x, c, positions, channels) * channels + c] = dy[c];
        }
    }

    /** A NaN wins, so that whoever looks for it finds where it came from. */
    private static int winner(float[] x, int c, int positions, int channels) {
        int winner = 0;
        for (int p = 1; p < positions; p++) {
            float value = x[p * channels + c];
            if (value > x[winner * channels + c] || value != value) {
                winner = p;
            }
        }
        return winner;
    }
}
