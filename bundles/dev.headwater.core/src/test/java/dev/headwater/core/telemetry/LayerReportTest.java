package dev.headwater.core.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.json.JsonWriter;
import dev.headwater.core.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayerReportTest {
    private static final FrameLayout LAYOUT = new FrameLayout(
            List.of(Series.step(), Series.parameter("dense1", "weight", 4), Series.parameter("dense1", "bias", 2),
                    Series.output("in", 64), Series.output("dense1", 64), Series.outputGradient("dense1", 64)));
    private static final List<LayerRow> LAYERS = List.of(
            new LayerRow("in", "Input", 0, Shape.of(2), List.of(), LayerRow.At.OUTPUT),
            new LayerRow("dense1", "Dense", 1, Shape.of(2),
                    List.of(new LayerRow.Parameter("weight", Shape.of(2, 2)),
                            new LayerRow.Parameter("bias", Shape.of(2))),
                    LayerRow.At.LOGITS));
    private static final double[] VALUES = {0.7, 0.001, 2.5, 0, //
            2, 0.5, 0.25, -1, 1, 0, 0, 0.3, 3, // weight: … updateNorm, weightNorm
            1, -1, 0, -1, -1, 0.5, 0, 0.4, 0, // bias, whose weights are all 0
            1, 2, -3, 3, Double.NaN, Double.NaN, 0, // in: no activation
            0.5, 0.25, 0, 1, 0.125, 0.5, 0, // dense1
            1e-23, Double.NaN, Double.POSITIVE_INFINITY, -1, 1, 0.25, 0.5};

    @Test
    void reportIsExactlyTheObjectOfInspect() {
        int flags = FrameFlags.PARAMETERS | FrameFlags.OUTPUTS;
        List<LayerReport> reports = new LayerReports(LAYOUT, LAYERS).of(flags, VALUES);
        assertEquals("{\"id\":\"in\",\"kind\":\"Input\",\"depth\":0,\"parameterGradient\":null,\"parameters\":[],"
                + "\"outputGradient\":null,\"output\":{\"mean\":1,\"std\":2,\"saturated\":null,\"dead\":null},"
                + "\"updateRatio\":null}", json(reports.get(0)));
        assertEquals("{\"id\":\"dense1\",\"kind\":\"Dense\",\"depth\":1,"
                + "\"parameterGradient\":{\"l2\":" + Math.sqrt(5) + ",\"mean\":0,\"std\":"
                + Math.sqrt((4 * (0.0625 + 0.25) + 2) / 6) + ",\"min\":-1,\"max\":1,\"zeros\":" + 0.5 * 2 / 6
                + ",\"nonFinite\":0},"
                + "\"parameters\":[{\"name\":\"weight\",\"gradient\":{\"l2\":2,\"mean\":0.5,\"std\":0.25,\"min\":-1,"
                + "\"max\":1,\"zeros\":0,\"nonFinite\":0},\"updateRatio\":" + 0.3 / 3 + "},"
                + "{\"name\":\"bias\",\"gradient\":{\"l2\":1,\"mean\":-1,\"std\":0,\"min\":-1,\"max\":-1,"
                + "\"zeros\":0.5,\"nonFinite\":0},\"updateRatio\":\"Infinity\"}],"
                + "\"outputGradient\":{\"l2\":1e-23,\"mean\":\"NaN\",\"std\":\"Infinity\",\"min\":-1,\"max\":1,"
                + "\"zeros\":0.25,\"nonFinite\":0.5,\"at\":\"logits\"},"
                + "\"output\":{\"mean\":0.5,\"std\":0.25,\"saturated\":0.125,\"dead\":0.5},\"updateRatio\":"
                + Math.sqrt(0.3 * 0.3 + 0.4 * 0.4) / 3 + "}", json(reports.get(1)));
    }

    @Test
    void whatTheFrameDoesNotHoldIsNull() {
        LayerReport dense = new LayerReports(LAYOUT, LAYERS).of(FrameFlags.OUTPUTS, VALUES).get(1);
        assertTrue(json(dense).startsWith("{\"id\":\"dense1\",\"kind\":\"Dense\",\"depth\":1,"
                + "\"parameterGradient\":null,\"parameters\":[],\"outputGradient\":{"), json(dense));
        LayerReport unseen = new LayerReports(LAYOUT, LAYERS).of(FrameFlags.PARAMETERS, VALUES).get(1);
        assertNull(unseen.output());
        assertNull(unseen.outputGradient());
    }

    @Test
    void nothingOverNothingIsNoRatio() {
        double[] still = VALUES.clone();
        still[20] = 0;
        LayerReport dense = new LayerReports(LAYOUT, LAYERS).of(FrameFlags.PARAMETERS, still).get(1);
        assertTrue(dense.parameters().get(1).updateRatio().isEmpty());
        assertEquals(0.1, dense.updateRatio().getAsDouble(), 1e-12);
    }

    @Test
    void histogramsAreNoMoments() {
        FrameLayout histograms = new FrameLayout(List.of(Series.histogram("dense1", "weight", 4)));
        assertThrows(IllegalArgumentException.class, () -> new LayerReports(histograms, LAYERS));
    }

    private static String json(LayerReport report) {
        return JsonWriter.writeCompact(report.toJson());
    }
}
