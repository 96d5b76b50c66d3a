package dev.headwater.ui.inspector;

import java.util.Arrays;
import org.eclipse.swtchart.ILineSeries;

/**
 * Points of a line on a logarithmic axis, as decimal logarithms: only positive, finite values have a place there. A
 * chart's own logarithmic axis marks nine of ten places between the powers with dots.
 */
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
            double log = Math.log10(value);
            y[count++] = log;
            lowest = Math.min(lowest, log);
            highest = Math.max(highest, log);
        }
    }

    /** Puts all points at one height, a decimal logarithm. */
    void level(double height) {
        Arrays.fill(y, height);
    }

    void into(ILineSeries<?> series) {
        series.setXSeries(Arrays.copyOf(x, count));
        series.setYSeries(Arrays.copyOf(y, count));
        series.setVisible(count > 0);
        series.setVisibleInLegend(count > 0);
    }
}
