package dev.headwater.trainer.inspection;

import dev.headwater.core.json.Json;
import dev.headwater.core.telemetry.LayerReport;
import dev.headwater.core.telemetry.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A recorded step as comma-separated values: a line for each layer, its {@code parameter} empty, and after it one for
 * each of its parameters. What was not recorded is empty; numbers read back exactly.
 */
public final class LayerCsv {
    private static final List<String> MOMENTS = List.of("L2", "Mean", "Std", "Min", "Max", "Zeros", "NonFinite");

    private LayerCsv() {
    }

    /** The lines, the names of the columns first. */
    public static List<String> lines(Frame frame, long step) {
        List<String> lines = new ArrayList<>();
        List<String> titles = new ArrayList<>(List.of("step", "firstStep", "lastStep", "layer", "kind", "depth",
                "parameter"));
        MOMENTS.forEach(moment -> titles.add("gradient" + moment));
        titles.add("updateRatio");
        MOMENTS.forEach(moment -> titles.add("outputGradient" + moment));
        titles.addAll(List.of("outputGradientAt", "outputMean", "outputStd", "saturated", "dead"));
        lines.add(String.join(",", titles));
        for (LayerReport layer : frame.layers()) {
            lines.add(line(frame, step, layer));
            for (LayerReport.Parameter parameter : layer.parameters()) {
                lines.add(line(frame, step, layer, parameter));
            }
        }
        return lines;
    }

    private static String line(Frame frame, long step, LayerReport layer) {
        List<String> cells = begin(frame, step, layer, "");
        add(cells, layer.parameterGradient());
        cells.add(number(layer.updateRatio()));
        add(cells, layer.outputGradient());
        cells.add(layer.outputGradient() == null ? "" : layer.at().word());
        LayerReport.Output output = layer.output();
        cells.addAll(output == null ? List.of("", "", "", "")
                : List.of(number(output.mean()), number(output.std()), share(output.saturated()),
                        share(output.dead())));
        return String.join(",", cells);
    }

    private static String line(Frame frame, long step, LayerReport layer, LayerReport.Parameter parameter) {
        List<String> cells = begin(frame, step, layer, parameter.name());
        add(cells, parameter.gradient());
        cells.add(number(parameter.updateRatio()));
        add(cells, null);
        cells.addAll(List.of("", "", "", "", ""));
        return String.join(",", cells);
    }

    private static List<String> begin(Frame frame, long step, LayerReport layer, String parameter) {
        return new ArrayList<>(List.of(Long.toString(step), Long.toString(frame.first()), Long.toString(frame.last()),
                text(layer.id()), text(layer.kind()), Integer.toString(layer.depth()), text(parameter)));
    }

    private static void add(List<String> cells, Moments moments) {
        cells.addAll(moments == null ? List.of("", "", "", "", "", "", "")
                : List.of(number(moments.l2()), number(moments.mean()), number(moments.std()), number(moments.min()),
                        number(moments.max()), number(moments.zeros()), number(moments.nonFinite())));
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "";
    }

    private static String share(double value) {
        return Double.isNaN(value) ? "" : number(value);
    }

    private static String number(double value) {
        return Json.of(value) instanceof Json.Num number ? number.text() : Double.toString(value);
    }

    /** Names in a damaged or foreign run may hold anything. */
    private static String text(String text) {
        return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
