package dev.headwater.core.initializer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.tensor.Shape;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InitializersTest {
    private static final int OUT = 300;
    private static final int IN = 200;

    private static float[] draw(Initializer initializer, int out, int in, long seed) {
        float[] w = new float[out * in];
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        initializer.draw(w, new ParameterSpec("weight", Shape.of(out, in), in, out, initializer), random);
        return w;
    }

    private static void assertMoments(float[] w, double deviation, Distribution distribution) {
        double sum = 0;
        double squares = 0;
        double fourth = 0;
        double largest = 0;
        for (float x : w) {
            sum += x;
            squares += (double) x * x;
            fourth += Math.pow(x, 4);
            largest = Math.max(largest, Math.abs(x));
        }
        double n = w.length;
        assertEquals(0, sum / n, 4 * deviation / Math.sqrt(n), "mean");
        assertEquals(1, Math.sqrt(squares / n) / deviation, 0.01, "standard deviation");
        double kurtosis = fourth / n / Math.pow(squares / n, 2);
        if (distribution == Distribution.UNIFORM) {
            assertEquals(1.8, kurtosis, 0.05, "uniform");
            assertTrue(largest <= Math.sqrt(3) * deviation * (1 + 1e-6), "bound");
        } else {
            assertEquals(3, kurtosis, 0.15, "normal");
        }
    }

    @ParameterizedTest
    @EnumSource(Distribution.class)
    void xavierHeAndLeCunHaveTheirDeviation(Distribution d) {
        assertMoments(draw(new Xavier(d, 1), OUT, IN, 1), Math.sqrt(2.0 / (IN + OUT)), d);
        assertMoments(draw(new Xavier(d, 5.0 / 3), OUT, IN, 1), 5.0 / 3 * Math.sqrt(2.0 / (IN + OUT)), d);
        assertMoments(draw(new He(d, 0), OUT, IN, 1), Math.sqrt(2.0 / IN), d);
        assertMoments(draw(new He(d, 0.3), OUT, IN, 1), Math.sqrt(2.0 / (1.09 * IN)), d);
        assertMoments(draw(new LeCun(d, 1), OUT, IN, 1), Math.sqrt(1.0 / IN), d);
    }

    @Test
    void orthogonalHasAllSingularValuesEqualToTheGain() {
        for (int[] size : new int[][] {{20, 20}, {30, 12}, {12, 30}, {1, 5}}) {
            float[] w = draw(new Orthogonal(1.5), size[0], size[1], 3);
            boolean wide = size[1] > size[0];
            int vectors = Math.min(size[0], size[1]);
            int length = Math.max(size[0], size[1]);
            for (int u = 0; u < vectors; u++) {
                for (int v = 0; v <= u; v++) {
                    double dot = 0;
                    for (int i = 0; i < length; i++) {
                        dot += wide ? (double) w[u * size[1] + i] * w[v * size[1] + i]
                                : (double) w[i * size[1] + u] * w[i * size[1] + v];
                    }
                    assertEquals(u == v ? 2.25 : 0, dot, 1e-5, size[0] + " × " + size[1]);
                }
            }
        }
    }

    @Test
    void zerosAndConstantAreWhatTheySay() {
        assertArrayEquals(new float[6], draw(new Zeros(), 2, 3, 1));
        assertArrayEquals(new float[] {0.5f, 0.5f, 0.5f, 0.5f}, draw(new Constant(0.5), 2, 2, 1));
    }

    @Test
    void theSameSeedDrawsTheSameAndAnotherDoesNot() {
        assertArrayEquals(draw(new Xavier(Distribution.NORMAL, 1), 7, 3, 5),
                draw(new Xavier(Distribution.NORMAL, 1), 7, 3, 5));
        assertTrue(draw(new Xavier(Distribution.NORMAL, 1), 7, 3, 5)[0] != draw(
                new Xavier(Distribution.NORMAL, 1), 7, 3, 6)[0]);
    }
}
