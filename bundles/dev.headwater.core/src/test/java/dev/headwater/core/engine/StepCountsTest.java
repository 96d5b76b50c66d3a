package dev.headwater.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** How many matrix products a step takes: a number that no machine and no load changes, unlike its time. */
class StepCountsTest {
    private static long products(String nodes, String loss, int inputs, int targets, int rows) {
        String text = "{'headwater': 1, 'nodes': [" + nodes + "], 'losses': [{'node': 'out', 'loss': '" + loss + "'}]}";
        try (Model model = Nets.model(text, rows, 1, 1)) {
            float[] x = Nets.normal(inputs * rows, 1);
            float[] y = new float[targets * rows];
            model.step(x, y, rows);
            long before = Gemm.calls;
            model.step(x, y, rows);
            return Gemm.calls - before;
        }
    }

    private static String node(String id, String layer, String from, String settings) {
        return "{'id': '" + id + "', 'layer': '" + layer + "'" + (from.isEmpty() ? "" : ", 'from': ['" + from + "']")
                + (settings.isEmpty() ? "" : ", " + settings) + "}";
    }

    @Test
    void aDenseLayerTakesThreeAndOnDataTwo() {
        String nodes = node("in", "Input", "", "'shape': [8]") + "," + node("a", "Dense", "in", "'units': 6") + ","
                + node("b", "Dense", "a", "'units': 6") + "," + node("out", "Dense", "b", "'units': 1");
        assertEquals(2 + 3 + 3, products(nodes, "mse", 8, 1, 16));
    }

    /** Products of a step on four images of 6 × 6 and two convolutions, the first on data; three are the last layer's. */
    private static long convolutions(int channels, int filters) {
        String conv = "'filters': " + filters + ", 'kernel': 3, 'padding': 'same'";
        String nodes = node("in", "Input", "", "'shape': [6, 6, " + channels + "]") + "," + node("a", "Conv2D", "in",
                conv) + "," + node("b", "Conv2D", "a", conv) + "," + node("g", "GlobalAveragePooling", "b", "") + ","
                + node("out", "Dense", "g", "'units': 1");
        return products(nodes, "mse", 36 * channels, 1, 4) - 3;
    }

    @Test
    void aConvolutionTakesNineOfEachKindForEachExample() {
        assertEquals(4 * (2 * 9 + 3 * 9), convolutions(2, 3));
    }

    /** Four products of three taps each take two lines; images of 6 × 6 go through it three at a time. */
    @Test
    void aConvolutionOfThreeLinesTakesTwelveForAFewExamples() {
        assertEquals(2 * (2 * 12 + 3 * 12), convolutions(8, 8));
    }

    @Test
    void aStridedConvolutionTakesOneOfEachKindForEachExample() {
        String nodes = node("in", "Input", "", "'shape': [6, 6, 2]") + "," + node("a", "Conv2D", "in",
                "'filters': 3, 'kernel': 3, 'stride': 2") + "," + node("g", "GlobalAveragePooling", "a", "") + ","
                + node("out", "Dense", "g", "'units': 1");
        assertEquals(4 * 2 + 3, products(nodes, "mse", 72, 1, 4));
    }

    @Test
    void aRecurrentLayerTakesTwoForEachStepAndFourForSixteen() {
        int steps = 35;
        String nodes = node("in", "Input", "", "'shape': [" + steps + ", 3]") + "," + node("a", "LSTM", "in",
                "'units': 5") + "," + node("out", "Dense", "a", "'units': 1");
        assertEquals(2 * steps + 3 * 4 + 3, products(nodes, "mse", 3 * steps, 1, 4));
    }
}
