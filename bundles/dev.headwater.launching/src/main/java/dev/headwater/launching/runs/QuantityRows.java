package dev.headwater.launching.runs;

import dev.headwater.core.telemetry.FrameFlags;
import dev.headwater.core.telemetry.FrameLayout;
import dev.headwater.core.telemetry.LayerRow;
import dev.headwater.core.telemetry.SeriesKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where a quantity stands in the frames of a run: a shortcut past whole reports, for thousands of frames a second. Its
 * numbers are those of the reports, bit by bit.
 */
final class QuantityRows {
    /** The value of a row of which nothing was recorded; no quantity is negative. */
    static final double NOTHING = -1;

    private static final int L2 = SeriesKind.PARAMETER.quantities().indexOf("l2");
    private static final int UPDATE_NORM = SeriesKind.PARAMETER.quantities().indexOf("updateNorm");
    private static final int WEIGHT_NORM = SeriesKind.PARAMETER.quantities().indexOf("weightNorm");
    private static final int OUTPUT_L2 = SeriesKind.OUTPUT_GRADIENT.quantities().indexOf("l2");

    private final Quantity quantity;
    private final List<LayerRow> rows = new ArrayList<>();
    private final List<int[]> offsets = new ArrayList<>();

    /** The rows of those of the layers that have the quantity. */
    QuantityRows(Quantity quantity, FrameLayout layout, List<LayerRow> layers) {
        this.quantity = quantity;
        for (LayerRow layer : layers) {
            int[] found = offsets(layout, layer);
            if (found.length > 0) {
                rows.add(layer);
                offsets.add(found);
            }
        }
    }

    private int[] offsets(FrameLayout layout, LayerRow layer) {
        if (quantity == Quantity.OUTPUT_GRADIENT) {
            int series = layout.indexOf(layer.id(), SeriesKind.OUTPUT_GRADIENT);
            return series < 0 ? new int[0] : new int[] {layout.offset(series)};
        }
        int[] found = new int[layer.parameters().size()];
        int count = 0;
        for (LayerRow.Parameter parameter : layer.parameters()) {
            int series = layout.indexOf(layer.id(), SeriesKind.PARAMETER, parameter.name());
            if (series >= 0 && layout.series().get(series).count() > 0) {
                found[count++] = layout.offset(series);
            }
        }
        return Arrays.copyOf(found, count);
    }

    List<LayerRow> layers() {
        return rows;
    }

    /** Takes the quantity of each row out of a frame. */
    void read(int flags, double[] values, double[] into) {
        if (!FrameFlags.recorded(flags, quantity.kind())) {
            Arrays.fill(into, NOTHING);
            return;
        }
        for (int row = 0; row < into.length; row++) {
            into[row] = value(offsets.get(row), values);
        }
    }

    private double value(int[] at, double[] values) {
        return switch (quantity) {
            case OUTPUT_GRADIENT -> values[at[0] + OUTPUT_L2];
            case PARAMETER_GRADIENT -> norm(at, L2, values);
            case UPDATE_RATIO -> {
                double update = norm(at, UPDATE_NORM, values);
                double weight = norm(at, WEIGHT_NORM, values);
                yield update == 0 && weight == 0 ? NOTHING : update / weight;
            }
        };
    }

    private static double norm(int[] at, int norm, double[] values) {
        double squares = 0;
        for (int offset : at) {
            double l2 = values[offset + norm];
            squares += l2 * l2;
        }
        return Math.sqrt(squares);
    }
}
