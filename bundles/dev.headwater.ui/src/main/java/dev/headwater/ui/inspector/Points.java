package dev.headwater.ui.inspector;

import java.util.Arrays;
import org.eclipse.swtchart.ILineSeries;

/** Points of a line on a logarithmic axis: only positive, finite values have a place there. */
final class Points {
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    private final double[] x;
    private final double[] y;
    private int count;

    Points(int most) {
        x = new double[most];
        y = new double[most];
    }

    void add(double at, double value) {
        if (value > 0 && Double.isFinite(value) && count < x.length) {
            x[count] = at;
            y[count++] = value;
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
    }

    /** Puts all points at one height. */
    void raise(double height) {
        Arrays.fill(y, height);
    }

    void into(ILineSeries<?> series) {
        // A chart gives its logarithmic axis up for a series without points, or with a 0 in it. So y comes first: where
        // the lengths differ, the other array is padded with zeros.
        series.setYSeries(count == 0 ? new double[] {1} : Arrays.copyOf(y, count));
        series.setXSeries(count == 0 ? new double[] {0} : Arrays.copyOf(x, count));
        series.setVisible(count > 0);
        series.setVisibleInLegend(count > 0);
    }
}
