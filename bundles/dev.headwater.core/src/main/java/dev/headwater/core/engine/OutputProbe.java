package dev.headwater.core.engine;

import dev.headwater.core.layer.Kernel;
import dev.headwater.core.network.GraphNode;
import dev.headwater.core.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/** What one part measures of its outputs and their gradients: moments, saturation and dead units, on its first rows. */
final class OutputProbe {
    /** A unit is saturated where its slope is at most this share of the activation's steepest. */
    private static final double SATURATED = 0.01;
    /** The part's own, and the one that helps it ({@link Aside}). */
    private static final int THREADS = 2;
    private static final int MAGNITUDE = 0x7fffffff;
    /** Slopes that are looked at side by side. */
    private static final int ABREAST = 512;

    private final List<GraphNode> nodes;
    private final PartPlan plan;
    private final Totals[] outputs;
    private final Totals[] gradients;
    private final double[] bent;
    private final int[][] reach;
    private final Memory[] outputMemory;
    private final Memory[] gradientMemory;
    private final Memory[] slopes;
    private final Accumulator[] accumulators;
    private final int[][] tiles;
    private final int[][] lanes;

    OutputProbe(List<GraphNode> nodes, PartPlan plan) {
        this.nodes = nodes;
        this.plan = plan;
        outputs = new Totals[nodes.size()];
        gradients = new Totals[nodes.size()];
        bent = new double[nodes.size()];
        reach = new int[nodes.size()][];
        outputMemory = new Memory[nodes.size()];
        gradientMemory = new Memory[nodes.size()];
        slopes = new Memory[nodes.size()];
        int widest = ABREAST;
        for (int k = 0; k < nodes.size(); k++) {
            int node = nodes.get(k).index();
            outputs[k] = new Totals();
            gradients[k] = new Totals();
            outputs[k].clear();
            gradients[k].clear();
            outputMemory[k] = Memory.of(plan.output(node).data());
            gradientMemory[k] = plan.gradient(node) == null ? null : Memory.of(plan.gradient(node).data());
            Tensor slope = plan.kernel(node).slope();
            if (slope != null) {
                slopes[k] = Memory.of(slope.data());
                reach[k] = new int[slope.columns()];
                widest = Math.max(widest, slope.columns());
            }
        }
        tiles = new int[THREADS][widest];
        lanes = new int[THREADS][widest];
        accumulators = new Accumulator[THREADS];
        for (int i = 0; i < THREADS; i++) {
            accumulators[i] = new Accumulator();
        }
    }

    /** Measures every output and slope on this part's first {@code rows} examples. */
    void outputs(int rows) {
        for (int k = 0; k < outputs.length; k++) {
            output(k, rows, 0);
        }
    }

    /** Measures the k-th output and slope with the tools of one thread. */
    void output(int k, int rows, int thread) {
        accumulators[thread].measure(outputMemory[k], 0, plan.output(nodes.get(k).index()).size(rows), outputs[k]);
        if (reach[k] != null) {
            slopes(k, rows, tiles[thread], lanes[thread]);
        }
    }

    /** Measures the gradient at the k-th node on this part's first {@code rows} examples; nothing for 0 rows. */
    void gradient(int k, int rows) {
        if (rows > 0) {
            accumulators[0].measure(gradientMemory[k], 0, plan.gradient(nodes.get(k).index()).size(rows), gradients[k]);
        }
    }

    /** Forgets the last measurement: a part without rows adds nothing. */
    void clear() {
        for (int k = 0; k < outputs.length; k++) {
            outputs[k].clear();
            gradients[k].clear();
            bent[k] = 0;
            if (reach[k] != null) {
                Arrays.fill(reach[k], 0);
            }
        }
    }

    private void slopes(int k, int rows, int[] tile, int[] lane) {
        Kernel kernel = plan.kernel(nodes.get(k).index());
        int limit = Float.floatToRawIntBits((float) (SATURATED * kernel.steepest()));
        int[] reached = reach[k];
        int columns = reached.length;
        int total = kernel.slope().size(rows);
        int chunk = Math.min(columns * Math.max(1, ABREAST / columns), total);
        Arrays.fill(lane, 0, chunk, 0);
        int steep = 0;
        for (int from = 0; from < total; from += chunk) {
            int n = Math.min(chunk, total - from);
            slopes[k].bits().get(from, tile, 0, n);
            steep += countSteep(tile, limit, n);
            widen(tile, lane, n);
        }
        for (int at = 0; at < chunk; at += columns) {
            for (int i = 0; i < columns; i++) {
                reached[i] = Math.max(reached[i], lane[at + i]);
            }
        }
        bent[k] = total - steep;
    }

    /** How many magnitudes are above a limit: bits without the sign order as magnitudes do. */
    private static int countSteep(int[] x, int limit, int n) {
        int steep = 0;
        for (int i = 0; i < n; i++) {
            steep += limit - (x[i] & MAGNITUDE) >>> 31;
        }
        return steep;
    }

    /** Rows side by side: with the same index in both arrays the loop vectorizes. */
    private static void widen(int[] x, int[] largest, int n) {
        for (int i = 0; i < n; i++) {
            largest[i] = Math.max(largest[i], x[i] & MAGNITUDE);
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

    /** The bits of the largest |f'| of every unit; {@code null} where the layer has no slope. */
    int[] reach(int k) {
        return reach[k];
    }
}
