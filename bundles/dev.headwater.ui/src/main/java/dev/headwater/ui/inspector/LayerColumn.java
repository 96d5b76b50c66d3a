package dev.headwater.ui.inspector;

import dev.headwater.core.telemetry.LayerReport;
import dev.headwater.core.telemetry.Moments;
import java.util.Comparator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** A column of the table of layers: its text and its order. */
enum LayerColumn {
    LAYER(Messages.column_layer, Messages.columnTip_layer, "stage12.34/dense", LayerReport::id, Comparator.comparing(
            LayerReport::id)),
    KIND(Messages.column_kind, Messages.columnTip_kind, "Concatenate", LayerReport::kind, Comparator.comparing(
            LayerReport::kind)),
    DEPTH(Messages.column_depth, Messages.columnTip_depth, "1000", layer -> Integer.toString(layer.depth()), Comparator
            .comparingInt(LayerReport::depth)),
    L2(Messages.column_l2, Messages.columnTip_l2, gradient(Moments::l2), Figures::scientific),
    MEAN(Messages.column_mean, Messages.columnTip_mean, gradient(Moments::mean), Figures::scientific),
    STD(Messages.column_std, Messages.columnTip_std, gradient(Moments::std), Figures::scientific),
    MIN(Messages.column_min, Messages.columnTip_min, gradient(Moments::min), Figures::scientific),
    MAX(Messages.column_max, Messages.columnTip_max, gradient(Moments::max), Figures::scientific),
    ZEROS(Messages.column_zeros, Messages.columnTip_zeros, gradient(Moments::zeros), Figures::share),
    NON_FINITE(Messages.column_nonFinite, Messages.columnTip_nonFinite, gradient(Moments::nonFinite), Figures::share),
    UPDATE(Messages.column_update, Messages.columnTip_update, layer -> layer.updateRatio().orElse(Double.NaN),
            layer -> layer.updateRatio().isPresent(),
            Figures::scientific),
    OUTPUT_GRADIENT(Messages.column_outputGradient, Messages.columnTip_outputGradient, layer -> layer
            .outputGradient() == null ? Double.NaN : layer.outputGradient().l2(),
            layer -> layer.outputGradient() != null, Figures::scientific),
    OUTPUT_MEAN(Messages.column_outputMean, Messages.columnTip_outputMean, output(LayerReport.Output::mean),
            Figures::real),
    OUTPUT_STD(Messages.column_outputStd, Messages.columnTip_outputStd, output(LayerReport.Output::std), Figures::real),
    SATURATED(Messages.column_saturated, Messages.columnTip_saturated, share(LayerReport.Output::saturated),
            Figures::share),
    DEAD(Messages.column_dead, Messages.columnTip_dead, share(LayerReport.Output::dead), Figures::share);

    private static final String WIDEST_NUMBER = "-8.88e-888";

    private final String title;
    private final String explanation;
    private final String widest;
    private final Function<LayerReport, String> text;
    private final Predicate<LayerReport> there;
    private final Comparator<LayerReport> order;

    LayerColumn(String title, String explanation, String widest, Function<LayerReport, String> text,
            Comparator<LayerReport> order) {
        this(title, explanation, widest, text, layer -> true, order);
    }

    LayerColumn(String title, String explanation, String widest, Function<LayerReport, String> text,
            Predicate<LayerReport> there, Comparator<LayerReport> order) {
        this.title = title;
        this.explanation = explanation;
        this.widest = widest;
        this.text = text;
        this.there = there;
        this.order = order;
    }

    LayerColumn(String title, String explanation, ToDoubleFunction<LayerReport> number,
            Predicate<LayerReport> there, Function<Double, String> format) {
        this(title, explanation, WIDEST_NUMBER,
                layer -> there.test(layer)
                        ? format.apply(Double.valueOf(number.applyAsDouble(layer)))
                        : Figures.NOTHING,
                there, Comparator.comparingDouble(number));
    }

    LayerColumn(String title, String explanation, Part part, Function<Double, String> format) {
        this(title, explanation, part.number(), part.there(), format);
    }

    /** A number of a part of the report that may be missing. */
    private record Part(ToDoubleFunction<LayerReport> number, Predicate<LayerReport> there) {
    }

    private static Part gradient(ToDoubleFunction<Moments> number) {
        return new Part(
                layer -> layer.parameterGradient() == null ? Double.NaN
                        : number.applyAsDouble(layer.parameterGradient()),
                layer -> layer.parameterGradient() != null);
    }

    private static Part output(ToDoubleFunction<LayerReport.Output> number) {
        return new Part(layer -> layer.output() == null ? Double.NaN : number.applyAsDouble(layer.output()),
                layer -> layer.output() != null);
    }

    /** A share that is NaN where the layer has no activation. */
    private static Part share(ToDoubleFunction<LayerReport.Output> number) {
        Part part = output(number);
        return new Part(part.number(), layer -> !Double.isNaN(part.number().applyAsDouble(layer)));
    }

    /** What the cell of a layer says. */
    String text(LayerReport layer) {
        return text.apply(layer);
    }

    /** The order of the layers; those of which nothing was recorded are last in either direction. */
    Comparator<LayerReport> order(boolean descending) {
        Comparator<LayerReport> nothingLast = Comparator.comparing(layer -> Boolean.valueOf(!there.test(layer)));
        return nothingLast.thenComparing(descending ? order.reversed() : order);
    }

    /** A text that is as wide as any; the column's width does not follow its numbers. */
    String widest() {
        return widest;
    }

    boolean number() {
        return this != LAYER && this != KIND;
    }

    /** The title, shown in the header and the first line of a copy. */
    String title() {
        return title;
    }

    /** What the numbers mean. */
    String explanation() {
        return explanation;
    }
}
