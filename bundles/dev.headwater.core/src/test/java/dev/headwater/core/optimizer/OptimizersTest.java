package dev.headwater.core.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Optimizers against their formulas in double, over many steps. */
class OptimizersTest {
    private static final int N = 37;
    private static final int STEPS = 60;

    private interface Formula {
        void step(double[] w, double[] g, double[][] slots, int t);
    }

    private static void compare(Optimizer optimizer, Formula formula) {
        Random random = new Random(2);
        float[] w = new float[N];
        float[][] slots = new float[optimizer.slots().size()][N];
        double[] exact = new double[N];
        double[][] exactSlots = new double[2][N];
        for (int i = 0; i < N; i++) {
            w[i] = (float) random.nextGaussian();
            exact[i] = w[i];
        }
        Updater updater = optimizer.bind();
        for (int t = 0; t < STEPS; t++) {
            float[] g = new float[N];
            double[] same = new double[N];
            for (int i = 0; i < N; i++) {
                g[i] = (float) (random.nextGaussian() * Math.pow(10, i % 5 - 3));
                same[i] = g[i];
            }
            updater.begin(t);
            updater.update(w, g, slots, N);
            formula.step(exact, same, exactSlots, t);
            for (int i = 0; i < N; i++) {
                assertEquals(same[i], g[i], "the gradient is left as it is");
                assertEquals(exact[i], w[i], 2e-5, optimizer + " step " + t + " [" + i + "]");
            }
        }
    }

    @Test
    void sgdWithoutAndWithMomentum() {
        compare(new Sgd(0.1, 0), (w, g, s, t) -> {
            for (int i = 0; i < N; i++) {
                w[i] -= 0.1 * g[i];
            }
        });
        compare(new Sgd(0.05, 0.9), (w, g, s, t) -> {
            for (int i = 0; i < N; i++) {
                s[0][i] = 0.9 * s[0][i] + g[i];
                w[i] -= 0.05 * s[0][i];
            }
        });
    }

    @Test
    void adamWithBothCorrections() {
        compare(new Adam(0.01, 0.9, 0.999, 1e-8), (w, g, s, t) -> {
            for (int i = 0; i < N; i++) {
                s[0][i] = 0.9 * s[0][i] + 0.1 * g[i];
                s[1][i] = 0.999 * s[1][i] + 0.001 * g[i] * g[i];
                double mean = s[0][i] / (1 - Math.pow(0.9, t + 1));
                double square = s[1][i] / (1 - Math.pow(0.999, t + 1));
                w[i] -= 0.01 * mean / (Math.sqrt(square) + 1e-8);
            }
        });
    }

    @Test
    void everyCataloguedOptimizerIsTried() {
        assertEquals(List.of("sgd", "adam"), Optimizers.ALL.names());
        assertTrue(new Sgd(0.1, 0).slots().isEmpty());
    }
}
