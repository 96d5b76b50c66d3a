package dev.headwater.core.engine;

import dev.headwater.core.telemetry.FrameLayout;
import dev.headwater.core.telemetry.Series;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Histograms of the gradients over powers of two: bin k holds the magnitudes whose float exponent field lies in [4k,
 * 4k + 4), so bin 0 holds the zeros, bin 31 the values around 1 and bin 63 those from 2^125 on, infinities and NaN included.
 */
final class HistogramPass {
    private final Parameters parameters;
    private final List<Parameters.Entry> entries;
    private final FrameLayout layout;
    private final double[] values;
    private final float[] tile = new float[TilePool.TILE];

    HistogramPass(Wiring wiring, Parameters parameters) {
        this.parameters = parameters;
        entries = parameters.entries().stream().filter(entry -> !wiring.pretraining().decodes(entry.node())).toList();
        List<Series> series = new ArrayList<>();
        for (Parameters.Entry entry : entries) {
            series.add(Series.histogram(entry.nodeId(), entry.spec().name(), entry.size()));
        }
        layout = new FrameLayout(series);
        values = new double[layout.values()];
    }

    /** Counts the gradients as they stand. */
    void run() {
        Arrays.fill(values, 0);
        FloatBuffer gradient = parameters.gradient(0);
        for (int k = 0; k < entries.size(); k++) {
            Parameters.Entry entry = entries.get(k);
            int bins = layout.offset(k);
            for (int at = 0; at < entry.size(); at += TilePool.TILE) {
                int n = Math.min(TilePool.TILE, entry.size() - at);
                gradient.get(entry.offset() + at, tile, 0, n);
                for (int i = 0; i < n; i++) {
                    int exponent = Float.floatToRawIntBits(tile[i]) >>> 23 & 255;
                    values[bins + (exponent >>> 2)]++;
                }
            }
        }
    }

    FrameLayout layout() {
        return layout;
    }

    double[] values() {
        return values;
    }
}
