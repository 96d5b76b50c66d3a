package dev.headwater.core.engine;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * The first pass over the gradients after the parts have run: adds the parts in their order into part 0 and measures
 * each parameter's gradient. It must end before the optimizer starts, for one value that is not finite stops the step.
 */
final class GradientPass {
    private final Parameters parameters;
    private final Totals[] totals;
    private final Accumulator[] accumulators;
    private final float[][] tiles;
    private final float[][] others;
    private final Memory memory;
    private FloatBuffer sum;
    private boolean full;
    private float weight = 1;
    private float share = 1;
    private boolean first = true;
    private boolean last = true;

    GradientPass(Parameters parameters, int threads) {
        this.parameters = parameters;
        List<Parameters.Entry> entries = parameters.entries();
        totals = new Totals[entries.size()];
        for (int i = 0; i < totals.length; i++) {
            totals[i] = new Totals();
            totals[i].clear();
        }
        memory = Memory.of(parameters.gradient(0));
        accumulators = new Accumulator[threads];
        tiles = new float[threads][TilePool.TILE];
        others = new float[threads][TilePool.TILE];
        for (int i = 0; i < threads; i++) {
            accumulators[i] = new Accumulator();
        }
    }

    /**
     * Says how the batch that comes next makes a step: alone, or with others, as the mean of their gradients.
     *
     * @param weight how much it counts in the mean
     * @param weights how much it and those before it do
     * @param first whether it is the first of them
     * @param last whether it is the last of them
     * @param full whether all moments are wanted; else only the norms and bounds of the extremes
     */
    void begin(double weight, double weights, boolean first, boolean last, boolean full) {
        this.weight = (float) weight;
        share = (float) (weights == 0 ? 0 : 1 / weights);
        this.full = full;
        this.first = first;
        this.last = last;
        sum = first && last ? null : parameters.sum();
    }

    /** Whether a part's gradient is the step's, so that it can be measured as soon as its layer has left it. */
    boolean alone(int parts) {
        return parts == 1 && sum == null;
    }

    /** Adds and measures the k-th parameter with the tools of one thread; parts from {@code parts} on had no rows. */
    void run(int k, int thread, int parts) {
        Parameters.Entry entry = parameters.entries().get(k);
        if (!alone(parts)) {
            add(entry, thread, parts);
        }
        if (full) {
            accumulators[thread].measure(memory, entry.offset(), entry.size(), totals[k]);
        } else {
            accumulators[thread].measureSquares(memory, entry.offset(), entry.size(), totals[k]);
        }
    }

    private void add(Parameters.Entry entry, int thread, int parts) {
        FloatBuffer result = parameters.gradient(0);
        float[] tile = tiles[thread];
        for (int at = 0; at < entry.size(); at += TilePool.TILE) {
            int n = Math.min(TilePool.TILE, entry.size() - at);
            int from = entry.offset() + at;
            result.get(from, tile, 0, n);
            for (int part = 1; part < parts; part++) {
                parameters.gradient(part).get(from, others[thread], 0, n);
                add(others[thread], tile, n);
            }
            if (sum != null) {
                addShare(tile, others[thread], from, n);
            }
            result.put(from, tile, 0, n);
        }
    }

    /** Makes of a batch's gradient the weighted sum so far, and of the last one's the mean. */
    private void addShare(float[] tile, float[] before, int from, int n) {
        scale(tile, weight, n);
        if (!first) {
            sum.get(from, before, 0, n);
            add(before, tile, n);
        }
        if (last) {
            scale(tile, share, n);
        } else {
            sum.put(from, tile, 0, n);
        }
    }

    private static void scale(float[] x, float factor, int n) {
        for (int i = 0; i < n; i++) {
            x[i] *= factor;
        }
    }

    private static void add(float[] x, float[] sum, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] += x[i];
        }
    }

    /** The moments of the k-th parameter's gradient. */
    Totals totals(int k) {
        return totals[k];
    }

    /** Whether every gradient is finite. */
    boolean finite() {
        for (Totals total : totals) {
            if (!total.finite()) {
                return false;
            }
        }
        return true;
    }

    /** The largest magnitude among all gradients, or a bound of it where not all moments were measured. */
    double largest() {
        double largest = 0;
        for (Totals total : totals) {
            largest = Math.max(largest, Math.max(total.max(), -total.min()));
        }
        return largest;
    }
}
