package dev.headwater.core.engine;

import dev.headwater.core.network.GraphNode;
import dev.headwater.core.network.Probe;
import dev.headwater.core.telemetry.FrameFlags;
import dev.headwater.core.telemetry.FrameLayout;
import dev.headwater.core.telemetry.Series;
import java.util.ArrayList;
import java.util.List;

/** Puts what the passes and probes of a step measured into one array, in the order of the run's telemetry frames. */
final class Recorder {
    /**
     * As many values of one output are looked at in a step at most, all rows aside. The rows are the same for all nodes,
     * or their norms could not be compared.
     */
    private static final int VALUES = 1 << 16;

    private final Probe probe;
    private final int fixedRows;
    private final List<GraphNode> nodes;
    private final FrameLayout layout;
    private final double[] values;
    private final int[] parameterAt;
    private final int[] outputAt;
    private final int[] gradientAt;
    private final Totals together = new Totals();
    private int flags;

    Recorder(Wiring wiring, Parameters parameters, Probe probe) {
        this.probe = probe;
        nodes = wiring.shownNodes();
        int largest = nodes.stream().mapToInt(node -> node.shape().size()).max().orElse(1);
        fixedRows = Math.min(probe.rows(), Math.max(1, VALUES / largest));
        List<Series> series = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        series.add(Series.step());
        parameterAt = new int[parameters.entries().size()];
        outputAt = new int[nodes.size()];
        gradientAt = new int[nodes.size()];
        for (int k = 0; k < nodes.size(); k++) {
            GraphNode node = nodes.get(k);
            for (Parameters.Entry entry : parameters.entriesOf(node.index())) {
                order.add(entry.spec().trainable() ? series.size() : -1); // what stays has no gradient to show
                if (entry.spec().trainable()) {
                    series.add(Series.parameter(node.id(), entry.spec().name(), entry.size()));
                }
            }
            outputAt[k] = series.size();
            series.add(Series.output(node.id(), node.shape().size()));
            gradientAt[k] = wiring.learns(node.index()) ? series.size() : -1;
            if (gradientAt[k] >= 0) {
                series.add(Series.outputGradient(node.id(), node.shape().size()));
            }
        }
        layout = new FrameLayout(series);
        values = new double[layout.values()];
        for (int i = 0; i < parameterAt.length; i++) {
            boolean shown = i < order.size() && order.get(i) >= 0; // decoders stand behind the design
            parameterAt[i] = shown ? layout.offset(order.get(i)) : -1;
        }
        for (int k = 0; k < nodes.size(); k++) {
            outputAt[k] = layout.offset(outputAt[k]);
            gradientAt[k] = gradientAt[k] < 0 ? -1 : layout.offset(gradientAt[k]);
        }
    }

    /** How many rows of the batch the probes look at in this step: 0, the fixed ones, or all. */
    int probeRows(long step, int batchRows) {
        boolean all = due(step, probe.allRows());
        boolean some = due(step, probe.outputs());
        return all ? batchRows : some ? Math.min(batchRows, fixedRows) : 0;
    }

    /** Whether the parameters are measured in this step. */
    boolean parametersDue(long step) {
        return due(step, probe.parameters());
    }

    static boolean due(long step, int every) {
        return every > 0 && step % every == 0;
    }

    /** Fills the frame of a step. */
    void record(long step, double loss, double learningRate, GradientPass gradients, Treatment treatment,
            UpdatePass updates, PartPlan[] parts, int probeRows, int batchRows) {
        values[0] = loss;
        values[1] = learningRate;
        values[2] = treatment.norm();
        values[3] = treatment.clipped();
        flags = 0;
        if (parametersDue(step)) {
            flags |= FrameFlags.PARAMETERS;
            for (int i = 0; i < parameterAt.length; i++) {
                if (parameterAt[i] < 0) {
                    continue;
                }
                gradients.totals(i).writeGradient(values, parameterAt[i]);
                values[parameterAt[i] + 7] = updates.updateNorm(i);
                values[parameterAt[i] + 8] = updates.weightNorm(i);
            }
        }
        if (probeRows > 0) {
            flags |= FrameFlags.OUTPUTS | (probeRows == batchRows ? FrameFlags.ALL_ROWS : 0);
            for (int k = 0; k < nodes.size(); k++) {
                recordOutputs(k, parts);
            }
        }
    }

    private void recordOutputs(int k, PartPlan[] parts) {
        together.clear();
        for (PartPlan part : parts) {
            together.include(part.probe().output(k));
        }
        int at = outputAt[k];
        values[at] = together.mean();
        values[at + 1] = together.deviation();
        values[at + 2] = together.min();
        values[at + 3] = together.max();
        values[at + 4] = saturated(k, parts, together.count());
        values[at + 5] = dead(k, parts);
        values[at + 6] = together.nonFinite();
        if (gradientAt[k] >= 0) {
            together.clear();
            for (PartPlan part : parts) {
                together.include(part.probe().gradient(k));
            }
            together.writeGradient(values, gradientAt[k]);
        }
    }

    private static double saturated(int k, PartPlan[] parts, long count) {
        if (parts[0].probe().reach(k) == null) {
            return Double.NaN;
        }
        double saturated = 0;
        for (PartPlan part : parts) {
            saturated += part.probe().saturated(k);
        }
        return saturated / count;
    }

    private static double dead(int k, PartPlan[] parts) {
        int[] first = parts[0].probe().reach(k);
        if (first == null) {
            return Double.NaN;
        }
        int dead = 0;
        for (int unit = 0; unit < first.length; unit++) {
            int reach = 0;
            for (PartPlan part : parts) {
                reach = Math.max(reach, part.probe().reach(k)[unit]);
            }
            dead += reach == 0 ? 1 : 0;
        }
        return (double) dead / first.length;
    }

    FrameLayout layout() {
        return layout;
    }

    double[] values() {
        return values;
    }

    int flags() {
        return flags;
    }
}
