package dev.headwater.core.engine;

import dev.headwater.core.network.GraphNode;
import dev.headwater.core.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/** What one part measures of its outputs and their gradients: moments, saturation and dead units, on its first rows. */
final class OutputProbe {
    /** A unit is saturated where its slope is at most this share of the activation's steepest. */
    private static final double SATURATED = 0.01;

    private final List<GraphNode> nodes;
    private final PartPlan plan;
    private final Totals[] outputs;
    private final Totals[] gradients;
    private final double[] bent;
    private final float[][] reach;
    private final Accumulator accumulator = new Accumulator();
    private final float[] tile;

    OutputProbe(List<GraphNode> nodes, PartPlan plan) {
        this.nodes = nodes;
        this.plan = plan;
        outputs = new Totals[nodes.size()];
        gradients = new Totals[nodes.size()];
        bent = new double[nodes.size()];
        reach = new float[nodes.size()][];
        int widest = TilePool.TILE;
        for (int k = 0; k < nodes.size(); k++) {
            int node = nodes.get(k).index();
            outputs[k] = new Totals();
            gradients[k] = new Totals();
            outputs[k].clear();
            gradients[k].clear();
            Tensor slope = plan.kernel(node).slope();
            if (slope != null) {
                reach[k] = new float[slope.columns()];
                widest = Math.max(widest, slope.columns());
            }
        }
        tile = new float[widest];
    }

    /** Measures every output and slope on this part's first {@code rows} examples. */
    void outputs(int rows) {
        for (int k = 0; k < outputs.length; k++) {
            Tensor output = plan.output(nodes.get(k).index());
            measure(output, rows, outputs[k]);
            if (reach[k] != null) {
                slopes(k, rows);
            }
        }
    }

    /** Measures the gradient at the k-th node on this part's first {@code rows} examples; nothing for 0 rows. */
    void gradient(int k, int rows) {
        if (rows > 0) {
            measure(plan.gradient(nodes.get(k).index()), rows, gradients[k]);
        }
    }

    /** Forgets the last measurement: a part without rows adds nothing. */
    void clear() {
        for (int k = 0; k < outputs.length; k++) {
            outputs[k].clear();
            gradients[k].clear();
            bent[k] = 0;
            if (reach[k] != null) {
                Arrays.fill(reach[k], 0f);
            }
        }
    }

    private void measure(Tensor tensor, int rows, Totals into) {
        accumulator.measure(tensor.data(), 0, tensor.size(rows), into);
    }

    private void slopes(int k, int rows) {
        int node = nodes.get(k).index();
        Tensor slope = plan.kernel(node).slope();
        float limit = (float) (SATURATED * plan.kernel(node).steepest());
        float[] reached = reach[k];
        int columns = slope.columns();
        int chunk = TilePool.length(columns);
        int total = slope.size(rows);
        double steep = 0;
        for (int from = 0; from < total; from += chunk) {
            int n = Math.min(chunk, total - from);
            slope.data().get(from, tile, 0, n);
            steep += countSteep(tile, limit, n);
            for (int row = 0; row < n; row += columns) {
                widen(tile, row, reached, columns);
            }
        }
        bent[k] = total - steep;
    }

    private static double countSteep(float[] x, float limit, int n) {
        double steep = 0;
        for (int i = 0; i < n; i++) {
            steep += Math.abs(x[i]) > limit ? 1 : 0;
        }
        return steep;
    }

    private static void widen(float[] x, int from, float[] reached, int columns) {
        for (int i = 0; i < columns; i++) {
            reached[i] = Math.max(reached[i], Math.abs(x[from + i]));
        }
    }

    Totals output(int k) {
        return outputs[k];
    }

    Totals gradient(int k) {
        return gradients[k];
    }

    /** How many slopes were at most a hundredth of the steepest. */
    double saturated(int k) {
        return bent[k];
    }

    /** The largest |f'| of every unit; {@code null} where the layer has no slope. */
    float[] reach(int k) {
        return reach[k];
    }
}
