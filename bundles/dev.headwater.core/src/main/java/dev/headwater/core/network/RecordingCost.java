package dev.headwater.core.network;

/**
 * About how much longer what is recorded makes the steps of a training. It is estimated from how many numbers a step
 * computes and how many it measures, with the time of one number as the benchmarks found it on processors with AVX-512;
 * what counts is how these times compare, and that differs less between machines than the times do.
 */
public final class RecordingCost {
    /** A multiply-add of a forward pass, with the two of the way back. */
    private static final double MULTIPLY_ADD = 0.06;
    /** A value of an output and its gradient. */
    private static final double OUTPUT = 2;
    /** The update of a parameter. */
    private static final double UPDATE = 0.5;
    /** The moments of a parameter, its gradient and its update. */
    private static final double PARAMETER_SEEN = 0.5;
    /** The moments of an output, its gradient and its slope. */
    private static final double OUTPUT_SEEN = 1.3;
    /** A parameter and its gradient in their histograms. */
    private static final double IN_HISTOGRAM = 2.6;
    /** Of a larger layer fewer rows are looked at. */
    private static final int LARGEST = 1 << 16;

    private RecordingCost() {
    }

    /** The share by which a step on one thread is longer than one that records nothing: 0.3 for 30 %. */
    public static double of(Graph graph, Recipe recipe) {
        Probe probe = recipe.probe();
        double outputs = 0;
        int widest = 1;
        for (GraphNode node : graph.nodes()) {
            outputs += node.shape().size();
            widest = Math.max(widest, node.shape().size());
        }
        double parameters = graph.parameterCount();
        int rows = recipe.batch();
        double step = rows * (graph.multiplyAdds() * MULTIPLY_ADD + outputs * OUTPUT) + parameters * UPDATE;
        int fixed = Math.min(rows, Math.min(probe.rows(), Math.max(1, LARGEST / widest)));
        double seen = often(probe.parameters()) * parameters * PARAMETER_SEEN
                + often(probe.histograms()) * parameters * IN_HISTOGRAM
                + Math.max(0, often(probe.outputs()) - often(probe.allRows())) * fixed * outputs * OUTPUT_SEEN
                + often(probe.allRows()) * rows * outputs * OUTPUT_SEEN;
        return step == 0 ? 0 : seen / step;
    }

    /** In what share of the steps. */
    private static double often(int period) {
        return period == 0 ? 0 : 1.0 / period;
    }
}
