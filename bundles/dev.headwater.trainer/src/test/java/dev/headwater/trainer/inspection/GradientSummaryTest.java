package dev.headwater.trainer.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.telemetry.LayerReport;
import dev.headwater.core.telemetry.LayerRow;
import dev.headwater.core.telemetry.Moments;
import dev.headwater.core.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class GradientSummaryTest {
    private static final List<LayerRow> ROWS = List.of(row("first", 1), row("middle", 2), row("last", 3));
    private final GradientSummary summary = new GradientSummary(ROWS);

    private static LayerRow row(String id, int depth) {
        return new LayerRow(id, "Dense", depth, Shape.of(5), List.of(new LayerRow.Parameter("weight", Shape.of(5, 5)),
                new LayerRow.Parameter("bias", Shape.of(5))), LayerRow.At.OUTPUT);
    }

    private static Moments norm(double l2) {
        return new Moments(l2, 0, 0, 0, 0, 0, 0);
    }

    /** A frame whose layers have these norms of weight gradients, and 0.1 of bias gradients. */
    private static Frame frame(long step, double... norms) {
        List<LayerReport> layers = new ArrayList<>();
        for (int i = 0; i < norms.length; i++) {
            layers.add(new LayerReport(ROWS.get(i).id(), "Dense", i + 1, norm(Math.hypot(norms[i], 0.1)),
                    List.of(new LayerReport.Parameter("weight", norm(norms[i]), OptionalDouble.empty()),
                            new LayerReport.Parameter("bias", norm(0.1), OptionalDouble.empty())),
                    null, LayerRow.At.OUTPUT, null, OptionalDouble.empty()));
        }
        return new Frame(step, step, layers);
    }

    private void assertSays(String words, Frame first, Frame last) {
        String sentence = summary.sentence(first, last);
        assertTrue(sentence.contains(words), sentence);
    }

    @Test
    void onlyWeightsOfRankTwoCount() {
        assertEquals(2e-5, summary.ratio(frame(0, 2e-6, 1e-2, 1e-1)), 1e-12);
    }

    @Test
    void aSickNetworkIsSaidToBe() {
        Frame healthy = frame(0, 0.5, 1, 1);
        assertSays("The gradient vanishes: at step 0 first receives 2.00e-05 times what last receives, at step 9 0.500",
                frame(0, 2e-5, 1, 1), frame(9, 0.5, 1, 1));
        assertSays("vanishes while training", healthy, frame(9, 2e-5, 1, 1));
        assertSays("explodes", frame(0, 71, 1, 1), healthy);
        assertSays("receives nothing", frame(0, 0, 0, 1), healthy);
        assertSays("No gradient at all", frame(0, 0, 0, 0), healthy);
        assertSays("not a finite number at step 9", healthy, frame(9, Double.NaN, 1, 1));
    }

    @Test
    void aHealthyNetworkIsSaidToBe() {
        assertSays("Gradients reach the first layer: at step 0 first receives 0.500 times", frame(0, 0.5, 1, 1),
                frame(9, 0.6, 1, 1));
        assertSays("receives 0.500 times what last receives.", frame(3, 0.5, 1, 1), frame(3, 0.5, 1, 1));
        assertSays("Gradients reach", frame(0, 1e-3, 1, 1), frame(9, 70, 1, 1));
    }

    @Test
    void oneLayerHasNothingToCompareWith() {
        assertNull(summary.sentence(frame(0, 1), frame(9, 1)));
    }

    @Test
    void evenlySpacedLayersIncludeTheFirstAndTheLast() {
        List<LayerReport> many = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            LayerReport layer = frame(0, 1).layers().getFirst();
            many.add(new LayerReport("l" + i, "Dense", i, layer.parameterGradient(), layer.parameters(), null,
                    LayerRow.At.OUTPUT, null, OptionalDouble.empty()));
        }
        List<LayerReport> some = LayerChoice.spaced(many, 40);
        assertEquals(40, some.stream().map(LayerReport::id).distinct().count());
        assertEquals("l0", some.getFirst().id());
        assertEquals("l999", some.getLast().id());
    }
}
