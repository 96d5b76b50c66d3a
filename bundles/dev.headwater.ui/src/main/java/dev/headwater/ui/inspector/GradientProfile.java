package dev.headwater.ui.inspector;

import dev.headwater.core.telemetry.LayerReport;
import dev.headwater.launching.runs.HeatMap;
import dev.headwater.launching.runs.Quantity;
import dev.headwater.launching.runs.StepReport;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ILineSeries.PlotSymbolType;
import org.eclipse.swtchart.ISeries.SeriesType;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;

/** The profile: the shown quantity of each layer against its depth, at the selected step and at the first. */
final class GradientProfile {
    private static final int LEAST_WIDTH = 180;
    private static final int LEAST_HEIGHT = 110;
    private static final int LEAST_MARKS = 48;
    private static final int MOST_SYMBOLS = 60;

    private final Composite holder;
    private final Chart chart;
    private final ILineSeries<?> start;
    private final ILineSeries<?> now;
    private final ILineSeries<?> zeros;
    private final ILineSeries<?> marked;
    private StepReport step;
    private HeatMap map;
    private String selected;
    private int lowest;
    private int highest;
    private Object scaledFor;

    GradientProfile(Composite parent) {
        holder = new Composite(parent, SWT.NONE);
        chart = new Chart(holder, SWT.NONE);
        holder.addListener(SWT.Resize, event -> makeRoom());
        chart.getTitle().setVisible(false);
        chart.getLegend().setPosition(SWT.BOTTOM);
        start = series("start", LineStyle.DOT, PlotSymbolType.NONE);
        now = series("now", LineStyle.SOLID, PlotSymbolType.CIRCLE);
        zeros = series("zeros", LineStyle.NONE, PlotSymbolType.CROSS);
        marked = series("marked", LineStyle.NONE, PlotSymbolType.DIAMOND);
        zeros.setDescription(Messages.profile_zero);
        marked.setDescription(Messages.profile_selected);
        now.setLineWidth(2);
        now.setSymbolSize(3);
        zeros.setSymbolSize(4);
        marked.setSymbolSize(6);
        IAxis x = chart.getAxisSet().getXAxis(0);
        x.getTitle().setText(Messages.profile_depth);
        x.getTick().setFormat(new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        IAxis y = chart.getAxisSet().getYAxis(0);
        y.getTitle().setVisible(false);
        y.getTick().setFormat(new PowersOfTen());
        y.setRange(new Range(ColorMap.LOWEST, ColorMap.HIGHEST));
        x.getTitle().setFont(chart.getFont());
        x.getTick().setFont(chart.getFont());
        y.getTick().setFont(chart.getFont());
        color();
        Accessibility.image(chart.getPlotArea().getControl(),
                () -> NLS.bind(Messages.profile_name, RunTexts.quantity(quantity())), this::value);
    }

    private ILineSeries<?> series(String id, LineStyle style, PlotSymbolType symbol) {
        ILineSeries<?> series = (ILineSeries<?>) chart.getSeriesSet().createSeries(SeriesType.LINE, id);
        series.setLineStyle(style);
        series.setSymbolType(symbol);
        series.setAntialias(SWT.ON);
        return series;
    }

    /** Fits the chart into its place; it cannot be laid out much smaller than this, then it is cut off. */
    private void makeRoom() {
        Rectangle area = holder.getClientArea();
        if (area.width == 0 || area.height == 0) {
            return;
        }
        int line = 2 * chart.getFont().getFontData()[0].getHeight();
        chart.setSize(Math.max(LEAST_WIDTH, area.width), Math.max(LEAST_HEIGHT, area.height));
        boolean legend = area.height >= 10 * line;
        if (chart.getLegend().isVisible() != legend) {
            chart.getLegend().setVisible(legend);
        }
        draw();
    }

    Composite control() {
        return holder;
    }

    /** Shows a step beside the first one of the map. */
    void show(StepReport report, HeatMap of, String layer) {
        boolean same = report == step && map != null && of.quantity() == map.quantity()
                && Objects.equals(layer, selected);
        step = report;
        map = of;
        selected = layer;
        if (!same) {
            draw();
        }
    }

    private void draw() {
        if (map == null || chart.getSize().x < LEAST_WIDTH) {
            return;
        }
        chart.suspendUpdate(true);
        try {
            plot();
        } finally {
            chart.suspendUpdate(false);
        }
        color();
        chart.redraw();
    }

    private Quantity quantity() {
        return map == null ? Quantity.PARAMETER_GRADIENT : map.quantity();
    }

    private void plot() {
        Points first = new Points(map.rows().size());
        Points last = new Points(map.rows().size());
        Points none = new Points(map.rows().size());
        Points mark = new Points(1);
        Map<String, LayerReport> reports = new HashMap<>();
        if (step != null) {
            step.layers().forEach(layer -> reports.put(layer.id(), layer));
        }
        int deepest = 1;
        for (int row = 0; row < map.rows().size(); row++) {
            int depth = map.rows().get(row).depth();
            deepest = Math.max(deepest, depth);
            first.add(depth, map.start().isEmpty() ? -1 : map.start().get(row).doubleValue());
            LayerReport layer = reports.get(map.rows().get(row).id());
            OptionalDouble value = layer == null ? OptionalDouble.empty() : quantity().of(layer);
            if (value.isPresent()) {
                last.add(depth, value.getAsDouble());
                if (value.getAsDouble() == 0) {
                    none.add(depth, 1);
                }
                if (layer != null && layer.id().equals(selected)) {
                    mark.add(depth, value.getAsDouble());
                }
            }
        }
        scale(first, last);
        none.level(lowest);
        // A thousand symbols are a smear.
        now.setSymbolType(map.rows().size() > MOST_SYMBOLS ? PlotSymbolType.NONE : PlotSymbolType.CIRCLE);
        first.into(start);
        last.into(now);
        none.into(zeros);
        mark.into(marked);
        if (step != null) {
            now.setDescription(NLS.bind(Messages.profile_step, Figures.count(step.first())));
        }
        start.setDescription(NLS.bind(Messages.profile_step,
                map.columns().isEmpty() ? "0" : Figures.count(map.columns().getFirst().first())));
        // At least a whole number from one mark to the next.
        int unit = chart.getSize().x / (deepest + 1);
        chart.getAxisSet().getXAxis(0).getTick().setTickMarkStepHint(Math.max(LEAST_MARKS, unit));
        chart.getAxisSet().getXAxis(0).setRange(new Range(0, deepest + 1));
        int decade = chart.getSize().y / (highest - lowest + 1);
        chart.getAxisSet().getYAxis(0).getTick().setTickMarkStepHint(Math.max(LEAST_MARKS / 2, decade));
        // A little more than the highest power of ten, whose label would be cut off otherwise.
        chart.getAxisSet().getYAxis(0).setRange(new Range(lowest, highest + Math.max(0.2, 0.03 * (highest - lowest))));
    }

    /** Whole decades that only grow while the same is shown, so that the axis does not jump with every step. */
    private void scale(Points first, Points last) {
        Object of = List.of(map.quantity(), map.start());
        if (!of.equals(scaledFor)) {
            scaledFor = of;
            lowest = 0;
            highest = 0;
        }
        int low = (int) Math.floor(Math.min(first.lowest, last.lowest));
        int high = (int) Math.ceil(Math.max(first.highest, last.highest));
        if (low <= high) {
            boolean fresh = lowest == highest;
            lowest = fresh ? low : Math.min(lowest, low);
            highest = fresh ? high : Math.max(highest, high);
        }
        if (lowest == highest) {
            lowest = highest - 1;
        }
    }

    /** Takes the colors of the theme, which may have changed since. */
    private void color() {
        Color background = holder.getParent().getBackground();
        Color foreground = holder.getParent().getForeground();
        if (foreground.equals(now.getLineColor()) && background.equals(chart.getBackground())) {
            return;
        }
        Color faint = Shades.between(foreground, background, 0.45f);
        holder.setBackground(background);
        chart.setBackground(background);
        chart.getPlotArea().setBackground(background);
        chart.getLegend().setBackground(background);
        chart.getLegend().setForeground(foreground);
        for (IAxis axis : chart.getAxisSet().getAxes()) {
            axis.getTick().setForeground(foreground);
            axis.getTitle().setForeground(foreground);
            axis.getGrid().setForeground(Shades.between(foreground, background, 0.88f));
        }
        start.setLineColor(faint);
        now.setLineColor(foreground);
        now.setSymbolColor(foreground);
        zeros.setSymbolColor(foreground);
        marked.setSymbolColor(chart.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
    }

    private String value() {
        if (step == null || map == null) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (LayerReport layer : step.layers()) {
            quantity().of(layer).ifPresent(value -> text.append(text.isEmpty() ? "" : ", ").append(layer.id())
                    .append(' ').append(Figures.scientific(value)));
        }
        return text.toString();
    }
}
