package dev.headwater.core.engine;

import dev.headwater.core.network.GraphNode;
import dev.headwater.core.telemetry.FrameLayout;
import dev.headwater.core.telemetry.Series;
import dev.headwater.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The norm of dL/dh at every time step of every recurrent layer, ‖dL/dh_t‖₂ over all examples of the batch and all units:
 * what back-propagation through time leaves of the gradient after so many steps. Sums of squares are in double, so that
 * a norm is 0 only if every value is.
 */
final class ThroughTimePass {
    private final PartPlan[] parts;
    private final List<Integer> nodes = new ArrayList<>();
    private final FrameLayout layout;
    private final double[] values;
    private final float[] tile = new float[TilePool.TILE];

    ThroughTimePass(Wiring wiring, PartPlan[] parts) {
        this.parts = parts;
        List<Series> series = new ArrayList<>();
        for (GraphNode node : wiring.liveNodes()) {
            Tensor gradients = parts[0].kernel(node.index()).throughTime();
            if (gradients != null && wiring.learns(node.index())) {
                nodes.add(node.index());
                series.add(Series.throughTime(node.id(), gradients.shape().extent(0), gradients.columns()));
            }
        }
        layout = new FrameLayout(series);
        values = new double[layout.values()];
    }

    /** Measures what the last backward pass left. */
    void run() {
        for (int k = 0; k < nodes.size(); k++) {
            int steps = layout.series().get(k).quantities().size();
            for (int t = 0; t < steps; t++) {
                double squares = 0;
                for (PartPlan part : parts) { // a part without rows adds nothing
                    squares += squares(part.kernel(nodes.get(k)).throughTime(), t, part.pass().rows());
                }
                values[layout.offset(k) + t] = Math.sqrt(squares);
            }
        }
    }

    private double squares(Tensor gradients, int t, int rows) {
        int units = gradients.columns();
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            int from = gradients.start() + row * gradients.stride() + t * units;
            for (int at = 0; at < units; at += TilePool.TILE) {
                int n = Math.min(TilePool.TILE, units - at);
                gradients.data().get(from + at, tile, 0, n);
                for (int i = 0; i < n; i++) {
                    sum += (double) tile[i] * tile[i];
                }
            }
        }
        return sum;
    }

    FrameLayout layout() {
        return layout;
    }

    double[] values() {
        return values;
    }
}
