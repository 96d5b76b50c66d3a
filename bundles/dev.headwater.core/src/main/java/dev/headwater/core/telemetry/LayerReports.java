package dev.headwater.core.telemetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Turns the numbers of a moments frame of level 0 into a report for each layer. */
public final class LayerReports {
    private static final int UPDATE_NORM = SeriesKind.PARAMETER.quantities().indexOf("updateNorm");
    private static final int WEIGHT_NORM = SeriesKind.PARAMETER.quantities().indexOf("weightNorm");
    private static final int SATURATED = SeriesKind.OUTPUT.quantities().indexOf("saturated");
    private static final int DEAD = SeriesKind.OUTPUT.quantities().indexOf("dead");

    private final FrameLayout layout;
    private final List<LayerRow> layers;

    /**
     * Reports about these layers, in this order.
     *
     * @throws IllegalArgumentException if a series of the layout has not the quantities of its kind, as in a file of
     *             histograms
     */
    public LayerReports(FrameLayout layout, List<LayerRow> layers) {
        for (Series series : layout.series()) {
            if (!series.quantities().equals(series.kind().quantities())) {
                throw new IllegalArgumentException("the series " + series.node() + "/" + series.tensor()
                        + " does not hold moments");
            }
        }
        this.layout = layout;
        this.layers = List.copyOf(layers);
    }

    /** What a frame with these flags and values says about each layer. */
    public List<LayerReport> of(int flags, double[] values) {
        List<LayerReport> reports = new ArrayList<>(layers.size());
        for (LayerRow layer : layers) {
            reports.add(report(layer, flags, values));
        }
        return reports;
    }

    private LayerReport report(LayerRow layer, int flags, double[] values) {
        List<LayerReport.Parameter> parameters = new ArrayList<>();
        List<Moments> gradients = new ArrayList<>();
        long[] counts = new long[layer.parameters().size()];
        double updates = 0;
        double weights = 0;
        for (LayerRow.Parameter parameter : layer.parameters()) {
            int series = layout.indexOf(layer.id(), SeriesKind.PARAMETER, parameter.name());
            if (series < 0 || !FrameFlags.recorded(flags, SeriesKind.PARAMETER)) {
                continue;
            }
            int offset = layout.offset(series);
            double update = values[offset + UPDATE_NORM];
            double weight = values[offset + WEIGHT_NORM];
            updates += update * update;
            weights += weight * weight;
            counts[gradients.size()] = layout.series().get(series).count();
            gradients.add(Moments.at(values, offset));
            parameters.add(new LayerReport.Parameter(parameter.name(), gradients.getLast(), ratio(update, weight)));
        }
        boolean any = !gradients.isEmpty();
        Moments together = any ? Moments.combine(gradients, Arrays.copyOf(counts, gradients.size())) : null;
        return new LayerReport(layer.id(), layer.kind(), layer.depth(), together, parameters,
                outputGradient(layer, flags, values), layer.at(), output(layer, flags, values),
                ratio(Math.sqrt(updates), Math.sqrt(weights)));
    }

    private Moments outputGradient(LayerRow layer, int flags, double[] values) {
        int series = layout.indexOf(layer.id(), SeriesKind.OUTPUT_GRADIENT);
        boolean recorded = series >= 0 && FrameFlags.recorded(flags, SeriesKind.OUTPUT_GRADIENT);
        return recorded ? Moments.at(values, layout.offset(series)) : null;
    }

    private LayerReport.Output output(LayerRow layer, int flags, double[] values) {
        int series = layout.indexOf(layer.id(), SeriesKind.OUTPUT);
        if (series < 0 || !FrameFlags.recorded(flags, SeriesKind.OUTPUT)) {
            return null;
        }
        int offset = layout.offset(series);
        return new LayerReport.Output(values[offset], values[offset + 1], values[offset + SATURATED],
                values[offset + DEAD]);
    }

    private static OptionalDouble ratio(double update, double weight) {
        return update == 0 && weight == 0 ? OptionalDouble.empty() : OptionalDouble.of(update / weight);
    }
}
