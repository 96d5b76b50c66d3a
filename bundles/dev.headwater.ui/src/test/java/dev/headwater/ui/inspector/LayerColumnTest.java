package dev.headwater.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headwater.core.telemetry.LayerReport;
import dev.headwater.core.telemetry.LayerRow;
import dev.headwater.core.telemetry.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LayerColumnTest {
    private static LayerReport layer(String id, Double l2, double saturated) {
        Moments gradient = l2 == null ? null : new Moments(l2.doubleValue(), 0, 0, 0, 0, 0, 0);
        return new LayerReport(id, "Dense", 1, gradient, List.of(), null, LayerRow.At.OUTPUT,
                new LayerReport.Output(0, 0, saturated, saturated), OptionalDouble.empty());
    }

    private static List<String> sorted(LayerColumn column, boolean descending, LayerReport... layers) {
        List<LayerReport> list = new ArrayList<>(List.of(layers));
        list.sort(column.order(descending));
        return list.stream().map(LayerReport::id).toList();
    }

    @Test
    void layersWithoutTheNumberAreLastInEitherDirectionAndNaNIsTheLargest() {
        LayerReport[] layers = {layer("none", null, 0), layer("small", 1e-9, 0), layer("nan", Double.NaN, 0),
                layer("large", 1.0, 0)};
        assertEquals(List.of("small", "large", "nan", "none"), sorted(LayerColumn.L2, false, layers));
        assertEquals(List.of("nan", "large", "small", "none"), sorted(LayerColumn.L2, true, layers));
        assertEquals("-", LayerColumn.L2.text(layers[0]));
        assertEquals("NaN", LayerColumn.L2.text(layers[2]));
    }

    @Test
    void aLayerWithoutActivationHasNoShareOfFlatValues() {
        LayerReport[] layers = {layer("plain", 1.0, Double.NaN), layer("flat", 1.0, 0.5), layer("steep", 1.0, 0)};
        assertEquals(List.of("flat", "steep", "plain"), sorted(LayerColumn.SATURATED, true, layers));
        assertEquals(List.of("steep", "flat", "plain"), sorted(LayerColumn.SATURATED, false, layers));
        assertEquals("-", LayerColumn.SATURATED.text(layers[0]));
    }
}
