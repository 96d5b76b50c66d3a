package dev.headwater.core.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.engine.LayerBench;
import dev.headwater.core.initializer.Zeros;
import dev.headwater.core.layer.MultiHeadAttention;
import dev.headwater.core.layer.Pass;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.ShapeMismatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedAttentionTest {
    private static final int ROWS = 3;

    /** A pass in which the last steps of some examples are padding; this part begins at the batch's second example. */
    private record Padded(int[] lengths) implements Pass {
        @Override
        public int rows() {
            return ROWS;
        }

        @Override
        public int batchRows() {
            return ROWS + 1;
        }

        @Override
        public int firstRow() {
            return 1;
        }

        @Override
        public boolean padded() {
            return true;
        }

        @Override
        public int length(int example, int steps) {
            return Math.min(steps, lengths[1 + example]);
        }

        @Override
        public boolean training() {
            return true;
        }

        @Override
        public long step() {
            return 0;
        }
    }

    private static MultiHeadAttention attention(int heads, boolean causal) {
        return new MultiHeadAttention(heads, OptionalInt.empty(), causal, new Zeros(), new Zeros(), true);
    }

    private static double[] normal(int n, Random random) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void lengthsHideKeysForwardAndBackward(boolean causal) {
        MultiHeadAttention layer = attention(2, causal);
        List<Shape> shapes = List.of(Shape.of(4, 4), Shape.of(5, 3));
        int[] batchLengths = {5, 2, 5, 1};
        int[] own = {2, 5, 1};
        Random random = new Random(3);
        try (LayerBench bench = new LayerBench(layer, shapes, ROWS, false)) {
            List<double[]> inputs = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                inputs.add(normal(ROWS * shapes.get(i).size(), random));
                LayerBench.write(bench.input(i), inputs.get(i));
            }
            Map<String, double[]> parameters = new LinkedHashMap<>();
            bench.parameters().forEach((name, tensor) -> {
                parameters.put(name, normal(tensor.data().capacity(), random));
                LayerBench.write(tensor, parameters.get(name));
            });
            double[] upstream = normal(ROWS * 16, random);
            bench.run(upstream); // leaves the gradient of the output where the next trip finds it
            Pass pass = new Padded(batchLengths);
            bench.kernel().forward(pass);
            assertClose("y", LayerBench.read(bench.output()), NaiveAttention.forward(layer, ROWS, inputs, shapes,
                    parameters, own));
            bench.kernel().backward(pass);
            for (int i = 0; i < 2; i++) {
                assertClose("dx" + i, LayerBench.read(bench.inputGradient(i)), difference(inputs.get(i), layer, inputs,
                        shapes, parameters, own, upstream));
            }
            for (String name : List.of("wq", "wk", "wv", "wo", "bq", "bv", "bo")) {
                assertClose(name, LayerBench.read(bench.gradients().get(name)), difference(parameters.get(name), layer,
                        inputs, shapes, parameters, own, upstream));
            }
            double[] keys = LayerBench.read(bench.inputGradient(1));
            for (int row = 0; row < ROWS; row++) {
                for (int s = own[row]; s < 5; s++) {
                    assertEquals(0, keys[(row * 5 + s) * 3], 0.0, "a hidden key moves nothing");
                }
            }
        }
    }

    private static double[] difference(double[] variable, MultiHeadAttention layer, List<double[]> inputs,
            List<Shape> shapes, Map<String, double[]> parameters, int[] lengths, double[] upstream) {
        return CentralDifference.gradient(variable, x -> {
            double[] y = NaiveAttention.forward(layer, ROWS, inputs, shapes, parameters, lengths);
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                sum += upstream[i] * y[i];
            }
            return sum;
        });
    }

    private static void assertClose(String what, double[] actual, double[] expected) {
        double largest = 0;
        for (double e : expected) {
            largest = Math.max(largest, Math.abs(e));
        }
        assertTrue(largest > 0, what);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 1e-5 * largest, what + "[" + i + "]");
        }
    }

    @Test
    void aBiasOfTheKeysChangesNothing() {
        MultiHeadAttention layer = attention(2, true);
        Random random = new Random(5);
        List<Shape> shapes = List.of(Shape.of(4, 4));
        List<double[]> inputs = List.of(normal(16, random));
        Map<String, double[]> parameters = new LinkedHashMap<>();
        layer.parameters(shapes).forEach(p -> parameters.put(p.name(), normal(p.shape().size(), random)));
        double[] before = NaiveAttention.forward(layer, 1, inputs, shapes, parameters, null);
        parameters.put("bk", normal(4, random));
        double[] after = NaiveAttention.forward(layer, 1, inputs, shapes, parameters, null);
        for (int i = 0; i < before.length; i++) {
            assertEquals(before[i], after[i], 1e-12);
        }
    }

    private static String refused(int heads, Shape... inputs) {
        return assertThrows(ShapeMismatch.class, () -> attention(heads, false).outputShape(List.of(inputs)))
                .getMessage();
    }

    @Test
    void whatDoesNotFitIsNamed() {
        assertEquals("MultiHeadAttention cannot divide the 6 features of [4, 6] among 4 heads; choose another number of"
                + " heads, or set \"keySize\"", refused(4, Shape.of(4, 6)));
        assertEquals("MultiHeadAttention needs inputs [time, features], one is [6]", refused(2, Shape.of(6)));
        assertEquals("MultiHeadAttention needs as many values as keys, keys are [5, 6], values [3, 6]",
                refused(2, Shape.of(4, 6), Shape.of(5, 6), Shape.of(3, 6)));
    }
}
