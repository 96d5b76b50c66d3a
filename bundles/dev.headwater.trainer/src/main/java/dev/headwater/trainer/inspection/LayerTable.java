package dev.headwater.trainer.inspection;

import dev.headwater.core.telemetry.LayerReport;
import dev.headwater.core.telemetry.Moments;
import dev.headwater.trainer.text.Bar;
import dev.headwater.trainer.text.Numbers;
import dev.headwater.trainer.text.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** The layers of a recorded step in the order of depth, their gradients as numbers and bars. */
public final class LayerTable {
    private static final int BAR = 10;
    private static final String NOTHING = "-";

    private final boolean unicode;

    /** Tables with or without block characters. */
    public LayerTable(boolean unicode) {
        this.unicode = unicode;
    }

    /** One step in full. */
    public List<String> one(Frame frame) {
        Bar bar = Bar.over(norms(frame.layers()).toArray(), BAR, unicode);
        Table table = new Table().left("layer").left("kind").right("gradient").left("").right("update").right("dL/dout")
                .right("out mean").right("out sd").right("flat").right("dead");
        for (LayerReport layer : frame.layers()) {
            LayerReport.Output out = layer.output();
            table.row(layer.id(), layer.kind(), norm(layer.parameterGradient()), bar(bar, layer.parameterGradient()),
                    ratio(layer.updateRatio()), norm(layer.outputGradient()), out == null ? NOTHING : Numbers.real(out
                            .mean()),
                    out == null ? NOTHING : Numbers.real(out.std()), out == null ? NOTHING : share(out.saturated()),
                    out == null ? NOTHING : share(out.dead()));
        }
        List<String> lines = table.lines(0);
        lines.add("");
        lines.add("gradient: L2 norm over the layer's parameters; " + bar.legend());
        lines.add(
                "update: |dw|/|w|; dL/dout: L2 norm at the output; flat, dead: share of saturated values, dead units");
        return lines;
    }

    /** The first and the last step of a training side by side. */
    public List<String> two(Frame first, Frame last) {
        Map<String, LayerReport> before = new HashMap<>();
        first.layers().forEach(layer -> before.put(layer.id(), layer));
        Bar bar = Bar.over(DoubleStream.concat(norms(first.layers()), norms(last.layers())).toArray(), BAR, unicode);
        Table table = new Table().left("layer").left("kind").right("step " + first.first()).left("")
                .right("step " + last.first()).left("").right("update").right("flat").right("dead");
        for (LayerReport layer : last.layers()) {
            Moments then = before.containsKey(layer.id()) ? before.get(layer.id()).parameterGradient() : null;
            LayerReport.Output out = layer.output();
            table.row(layer.id(), layer.kind(), norm(then), bar(bar, then), norm(layer.parameterGradient()),
                    bar(bar, layer.parameterGradient()), ratio(layer.updateRatio()),
                    out == null ? NOTHING : share(out.saturated()), out == null ? NOTHING : share(out.dead()));
        }
        List<String> lines = new ArrayList<>();
        lines.add("Gradient of each layer, input side first (L2 norm over its parameters)");
        lines.add("");
        lines.addAll(table.lines(0));
        lines.add("");
        lines.add(bar.legend());
        lines.add("at the last step: update: |dw|/|w|; flat, dead: share of saturated values, dead units");
        return lines;
    }

    private static DoubleStream norms(List<LayerReport> layers) {
        return layers.stream().filter(layer -> layer.parameterGradient() != null)
                .mapToDouble(layer -> layer.parameterGradient().l2());
    }

    private static String bar(Bar bar, Moments gradient) {
        return gradient == null ? "" : bar.of(gradient.l2());
    }

    private static String norm(Moments moments) {
        return moments == null ? NOTHING : Numbers.scientific(moments.l2());
    }

    private static String ratio(OptionalDouble ratio) {
        return ratio.isPresent() ? Numbers.scientific(ratio.getAsDouble()) : NOTHING;
    }

    private static String share(double share) {
        return Double.isNaN(share) ? NOTHING : Math.round(100 * share) + "%";
    }
}
