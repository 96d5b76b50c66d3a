package dev.headwater.launching.runs;

import dev.headwater.core.telemetry.FrameReader;
import dev.headwater.core.telemetry.LayerReport;
import dev.headwater.core.telemetry.LayerReports;
import dev.headwater.core.telemetry.LayerRow;
import dev.headwater.core.telemetry.SeriesKind;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The moments of a run, finished or growing, as they become a heat map and reports. Not for several threads. */
final class RecordedFrames implements Closeable {
    private final FrameReader reader;
    private final List<LayerRow> layers;
    private final LayerReports reports;
    private final double[] values;
    private final int lossAt;
    private QuantityRows rows;
    private HeatColumns columns;
    private double[] row;
    private List<Double> start = List.of();
    private Quantity quantity;
    private long consumed;
    private double loss = Double.NaN;

    /**
     * The frames of a run with these layers.
     *
     * @throws IllegalArgumentException if the file does not hold moments
     */
    RecordedFrames(FrameReader reader, List<LayerRow> layers) {
        this.reader = reader;
        // Like inspect: by depth, those of the same depth in the order of the run's table.
        this.layers = layers.stream().sorted(Comparator.comparingInt(LayerRow::depth)).toList();
        reports = new LayerReports(reader.header().layout(), this.layers);
        values = new double[reader.header().values()];
        int step = reader.header().layout().indexOf("", SeriesKind.STEP);
        lossAt = step < 0 ? -1 : reader.header().layout().offset(step, "loss");
    }

    /** Chooses what the heat map shows; it fills again from the first frame. */
    void show(Quantity wanted) {
        if (wanted != quantity) {
            quantity = wanted;
            begin();
        }
    }

    private void begin() {
        rows = new QuantityRows(quantity, reader.header().layout(), layers);
        columns = new HeatColumns(rows.layers().size());
        row = new double[rows.layers().size()];
        start = List.of();
        consumed = -1;
    }

    /** Finds what was written since; begins again if the file tells another story than before. */
    void refresh() throws IOException {
        reader.refresh();
        int last = reader.last();
        if (consumed >= 0 && (last < 0 || reader.lastStep(last) < consumed)) {
            begin();
        }
    }

    /**
     * Takes frames into the heat map.
     *
     * @param smoothly whether frames that came in one gulp are spread over several calls, so that a picture of them
     *            moves instead of jumping
     * @param deadline when to stop, in the nanoseconds of {@link System#nanoTime}
     * @return whether there were any
     */
    boolean consume(boolean smoothly, long deadline) throws IOException {
        int next = next();
        int left = reader.size() - next;
        int end = next + (smoothly ? (left + 1) / 2 : left);
        for (int frame = next; frame < end; frame++) {
            if (reader.read(frame, values)) {
                take(frame);
            }
            consumed = reader.lastStep(frame);
            if (System.nanoTime() - deadline > 0) {
                break;
            }
        }
        return left > 0;
    }

    private void take(int frame) {
        rows.read(reader.flags(frame), values, row);
        if (start.isEmpty()) {
            List<Double> first = new ArrayList<>(row.length);
            for (double value : row) {
                first.add(value);
            }
            start = List.copyOf(first);
        }
        columns.add(reader.firstStep(frame), reader.lastStep(frame), row);
        loss = lossAt < 0 ? Double.NaN : values[lossAt];
    }

    /** How many frames wait to be consumed. */
    int backlog() {
        return reader.size() - next();
    }

    /** The first frame behind all consumed steps. */
    private int next() {
        int low = 0;
        int high = reader.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (reader.firstStep(middle) <= consumed) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The newest step in the heat map, or -1. */
    long newest() {
        return consumed;
    }

    /** The loss of the newest step. */
    double loss() {
        return loss;
    }

    /** How many frames hold nothing that can be read. */
    int lost() {
        return reader.lost();
    }

    HeatMap map() {
        return new HeatMap(quantity, List.copyOf(rows.layers()), columns.columns(), columns.framesPerColumn(), start);
    }

    /** The numbers of the finest frame that covers a step, or of the nearest one; {@code null} if none can be read. */
    StepReport at(long step) throws IOException {
        int covering = step == RunRequest.NEWEST ? reader.frameCovering(consumed) : reader.frameCovering(step);
        int frame = covering >= 0 ? covering : nearest(step);
        if (frame < 0 || !reader.read(frame, values)) {
            return null;
        }
        List<LayerReport> said = reports.of(reader.flags(frame), values);
        return new StepReport(reader.firstStep(frame), reader.lastStep(frame), said);
    }

    private int nearest(long step) {
        int best = -1;
        long distance = Long.MAX_VALUE;
        for (int frame = 0; frame < reader.size(); frame++) {
            long away = Math.abs(reader.firstStep(frame) - step);
            if (away < distance) {
                distance = away;
                best = frame;
            }
        }
        return step == RunRequest.NEWEST ? reader.last() : best;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
