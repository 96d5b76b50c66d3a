package dev.headwater.core.initializer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.activation.Relu;
import dev.headwater.core.activation.Tanh;
import dev.headwater.core.layer.Dense;
import dev.headwater.core.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class MoreInitializersTest {
    private static float[] draw(Initializer initializer, Shape shape, double gain, long seed) {
        float[] w = new float[shape.size()];
        int in = shape.rank() < 2 ? 1 : shape.size() / shape.extent(0);
        ParameterSpec spec = new ParameterSpec("weight", shape, in, 100, initializer).withGain(gain);
        initializer.draw(w, spec, RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
        return w;
    }

    private static float[] draw(Initializer initializer, Shape shape) {
        return draw(initializer, shape, 1, 4);
    }

    private static double mean(float[] w) {
        double sum = 0;
        for (float x : w) {
            sum += x;
        }
        return sum / w.length;
    }

    private static double deviation(float[] w) {
        double mean = mean(w);
        double sum = 0;
        for (float x : w) {
            sum += (x - mean) * (x - mean);
        }
        return Math.sqrt(sum / w.length);
    }

    private static double largest(float[] w, double from) {
        double largest = 0;
        for (float x : w) {
            largest = Math.max(largest, Math.abs(x - from));
        }
        return largest;
    }

    @Test
    void uniformFillsItsRangeAndNoMore() {
        float[] w = draw(new Uniform(-1, 3), Shape.of(400, 500));
        assertEquals(1, mean(w), 4 * 4 / Math.sqrt(12 * w.length));
        assertEquals(4 / Math.sqrt(12), deviation(w), 0.01);
        assertTrue(largest(w, 1) <= 2 && largest(w, 1) > 1.99);
        String message = assertThrows(IllegalArgumentException.class, () -> new Uniform(2, 2)).getMessage();
        assertTrue(message.contains("'low' below 'high'"), message);
    }

    @Test
    void normalHasItsMeanAndDeviation() {
        float[] w = draw(new Normal(0.5, 0.2), Shape.of(400, 500));
        assertEquals(0.5, mean(w), 4 * 0.2 / Math.sqrt(w.length));
        assertEquals(0.2, deviation(w), 0.001);
        assertTrue(largest(w, 0.5) > 0.7, "tails are not cut");
    }

    @Test
    void truncatedNormalHasNoTails() {
        float[] w = draw(new TruncatedNormal(1, 0.5, 2), Shape.of(400, 500));
        assertEquals(1, mean(w), 4 * 0.5 / Math.sqrt(w.length));
        assertTrue(largest(w, 1) <= 1 && largest(w, 1) > 0.99);
        // variance of a normal cut at ±2: 1 − 2 · 2 φ(2) / (2 Φ(2) − 1)
        double phi = Math.exp(-2) / Math.sqrt(2 * Math.PI);
        assertEquals(0.5 * Math.sqrt(1 - 4 * phi / 0.9544997361036416), deviation(w), 0.002);
    }

    @Test
    void identityIsOneWhereRowAndColumnAgree() {
        assertArrayEquals(new float[] {0.5f, 0, 0, 0, 0.5f, 0}, draw(new Identity(0.5), Shape.of(2, 3)));
        assertArrayEquals(new float[] {1, 0, 0, 1, 0, 0}, draw(new Identity(1), Shape.of(3, 2)));
        float[] kernel = draw(new Identity(1), Shape.of(2, 2, 3, 3));
        for (int i = 0; i < kernel.length; i++) {
            assertEquals(i == 4 || i == 31 ? 1 : 0, kernel[i], "element " + i);
        }
        String message = assertThrows(IllegalArgumentException.class, () -> draw(new Identity(1), Shape.of(4)))
                .getMessage();
        assertTrue(message.contains("needs a matrix, but weight is [4]"), message);
    }

    @Test
    void deltaOrthogonalKeepsNormsAtTheCenterAndIsZeroElsewhere() {
        Shape shape = Shape.of(8, 5, 3, 3);
        float[] w = draw(new DeltaOrthogonal(2, false), shape);
        for (int a = 0; a < 5; a++) {
            for (int b = 0; b <= a; b++) {
                double dot = 0;
                for (int out = 0; out < 8; out++) {
                    dot += (double) w[(out * 5 + a) * 9 + 4] * w[(out * 5 + b) * 9 + 4];
                }
                assertEquals(a == b ? 4 : 0, dot, 1e-5);
            }
        }
        for (int i = 0; i < w.length; i++) {
            assertTrue(i % 9 == 4 || w[i] == 0, "only the center");
        }
        String message = assertThrows(IllegalArgumentException.class,
                () -> draw(new DeltaOrthogonal(1, false), Shape.of(4, 5, 3))).getMessage();
        assertTrue(message.contains("at least as many outputs as inputs, but weight is [4, 5, 3]"), message);
    }

    @Test
    void sparseGivesEveryUnitItsConnections() {
        float[] w = draw(new Sparse(15, 2), Shape.of(3000, 60));
        double squares = 0;
        int[] read = new int[60];
        for (int unit = 0; unit < 3000; unit++) {
            int count = 0;
            for (int i = 0; i < 60; i++) {
                count += w[unit * 60 + i] != 0 ? 1 : 0;
                read[i] += w[unit * 60 + i] != 0 ? 1 : 0;
                squares += (double) w[unit * 60 + i] * w[unit * 60 + i];
            }
            assertEquals(15, count);
        }
        assertEquals(2, Math.sqrt(squares / 45000), 0.03);
        for (int i = 0; i < 60; i++) {
            assertEquals(750, read[i], 5 * Math.sqrt(3000 * 0.25 * 0.75), "input " + i + " is read as often as others");
        }
        float[] few = draw(new Sparse(15, 1), Shape.of(2, 4));
        for (float x : few) {
            assertTrue(x != 0, "a unit of fewer inputs reads all");
        }
    }

    @Test
    void onesAreOnes() {
        assertArrayEquals(new float[] {1, 1, 1}, draw(new Ones(), Shape.of(3)));
    }

    @Test
    void theGainOfTheActivationCountsOnlyWhereItIsAskedFor() {
        Shape shape = Shape.of(50, 30);
        for (Distribution d : Distribution.values()) {
            assertTimes(3, draw(new Xavier(d, 2), shape, 3, 1), draw(new Xavier(d, 2, true), shape, 3, 1));
            assertTimes(3, draw(new LeCun(d, 2), shape, 3, 1), draw(new LeCun(d, 2, true), shape, 3, 1));
            assertTimes(3, draw(new LeCun(d, 1), shape, 3, 1), draw(new He(d, 0.5, true), shape, 3, 1));
        }
        assertTimes(3, draw(new Orthogonal(2), shape, 3, 1), draw(new Orthogonal(2, true), shape, 3, 1));
        assertTimes(3, draw(new DeltaOrthogonal(2, false), shape, 3, 1),
                draw(new DeltaOrthogonal(2, true), shape, 3, 1));
    }

    private static void assertTimes(double factor, float[] plain, float[] scaled) {
        for (int i = 0; i < plain.length; i++) {
            assertEquals(factor * plain[i], scaled[i], 1e-5);
        }
    }

    @Test
    void denseTellsTheGainOfItsActivation() {
        Dense tanh = new Dense(3, new Tanh(), new Zeros(), new Zeros(), true);
        assertEquals(5.0 / 3, tanh.parameters(List.of(Shape.of(2))).get(0).gain());
        assertEquals(1, tanh.parameters(List.of(Shape.of(2))).get(1).gain());
        Dense relu = new Dense(3, new Relu(), new Zeros(), new Zeros(), true);
        assertEquals(Math.sqrt(2), relu.parameters(List.of(Shape.of(2))).get(0).gain());
    }

    @Test
    void theSameSeedDrawsTheSameAndAnotherDoesNot() {
        for (Initializer one : List.of(new Uniform(0, 1), new Normal(0, 1), new TruncatedNormal(0, 1, 2),
                new DeltaOrthogonal(1, false), new Sparse(3, 1))) {
            assertArrayEquals(draw(one, Shape.of(9, 7), 1, 5), draw(one, Shape.of(9, 7), 1, 5), one.toString());
            assertFalse(Arrays.equals(draw(one, Shape.of(9, 7), 1, 5), draw(one, Shape.of(9, 7), 1, 6)),
                    one.toString());
        }
    }

    @Test
    void everyInitializerOfTheCatalogIsTested() {
        assertEquals(List.of("xavier", "he", "lecun", "orthogonal", "chrono", "zeros", "constant", "ones", "uniform",
                "normal",
                "truncated-normal", "identity", "delta-orthogonal", "sparse"), Initializers.ALL.names());
    }
}
