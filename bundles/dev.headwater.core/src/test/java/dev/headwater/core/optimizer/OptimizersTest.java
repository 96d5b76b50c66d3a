package dev.headwater.core.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.catalog.Entry;
import dev.headwater.core.house.Samples;
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
        double[][] exactSlots = new double[3][N];
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
            updater.begin(t, optimizer.learningRate());
            updater.update(w, g, slots, N, true);
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
    void nesterovLooksAhead() {
        compare(new Sgd(0.05, 0.9, true, 0.1), (w, g, s, t) -> {
            for (int i = 0; i < N; i++) {
                double x = g[i] + 0.1 * w[i];
                s[0][i] = 0.9 * s[0][i] + x;
                w[i] -= 0.05 * (x + 0.9 * s[0][i]);
            }
        });
    }

    private static void adam(double[] w, double[] x, double[][] s, int t, double rate) {
        for (int i = 0; i < N; i++) {
            s[0][i] = 0.9 * s[0][i] + 0.1 * x[i];
            s[1][i] = 0.999 * s[1][i] + 0.001 * x[i] * x[i];
            double mean = s[0][i] / (1 - Math.pow(0.9, t + 1));
            double square = s[1][i] / (1 - Math.pow(0.999, t + 1));
            w[i] -= rate * mean / (Math.sqrt(square) + 1e-8);
        }
    }

    @Test
    void theDecayOfAdamGoesThroughTheRootAndThatOfAdamWDoesNot() {
        compare(new Adam(0.01, 0.9, 0.999, 1e-8, 0.1), (w, g, s, t) -> {
            double[] x = g.clone();
            for (int i = 0; i < N; i++) {
                x[i] += 0.1 * w[i];
            }
            adam(w, x, s, t, 0.01);
        });
        compare(new AdamW(0.01, 0.9, 0.999, 1e-8, 0.5), (w, g, s, t) -> {
            for (int i = 0; i < N; i++) {
                w[i] *= 1 - 0.01 * 0.5;
            }
            adam(w, g, s, t, 0.01);
        });
    }

    @Test
    void nadamWithItsCourseOfMomentum() {
        compare(new Nadam(0.01, 0.9, 0.999, 1e-8, 0.04, 0.1), (w, g, s, t) -> {
            double product = 1;
            for (int k = 1; k <= t + 1; k++) {
                product *= mu(k);
            }
            for (int i = 0; i < N; i++) {
                double x = g[i] + 0.1 * w[i];
                s[0][i] = 0.9 * s[0][i] + 0.1 * x;
                s[1][i] = 0.999 * s[1][i] + 0.001 * x * x;
                double mean = mu(t + 2) * s[0][i] / (1 - product * mu(t + 2)) + (1 - mu(t + 1)) * x / (1 - product);
                w[i] -= 0.01 * mean / (Math.sqrt(s[1][i] / (1 - Math.pow(0.999, t + 1))) + 1e-8);
            }
        });
    }

    private static double mu(int t) {
        return 0.9 * (1 - 0.5 * Math.pow(0.96, t * 0.04));
    }

    @Test
    void nadamNeedsNothingBesidesItsSlotsToGoOn() {
        Nadam nadam = new Nadam(0.01, 0.9, 0.999, 1e-8, 0.004, 0);
        Updater whole = nadam.bind();
        Updater resumed = nadam.bind();
        for (int t = 0; t <= 40; t++) {
            whole.begin(t, 0.01);
        }
        resumed.begin(40, 0.01);
        assertSameStep(whole, resumed);
        resumed.begin(3, 0.01); // a diverged step, and then back
        resumed.begin(40, 0.01);
        assertSameStep(whole, resumed);
    }

    private static void assertSameStep(Updater a, Updater b) {
        float[] one = {1, 2};
        float[] other = {1, 2};
        a.update(one, new float[] {3, 4e-9f}, new float[2][2], 2, true);
        b.update(other, new float[] {3, 4e-9f}, new float[2][2], 2, true);
        assertArrayEquals(one, other);
    }

    @Test
    void rmspropPlainCenteredAndWithMomentum() {
        compare(new RmsProp(0.001, 0.9, 1e-3, 0, false, 0), (w, g, s, t) -> {
            for (int i = 0; i < N; i++) {
                s[0][i] = 0.9 * s[0][i] + 0.1 * g[i] * g[i];
                w[i] -= 0.001 * g[i] / (Math.sqrt(s[0][i]) + 1e-3);
            }
        });
        compare(new RmsProp(0.001, 0.9, 1e-3, 0.8, true, 0.1), (w, g, s, t) -> {
            for (int i = 0; i < N; i++) {
                double x = g[i] + 0.1 * w[i];
                s[0][i] = 0.9 * s[0][i] + 0.1 * x * x;
                s[1][i] = 0.9 * s[1][i] + 0.1 * x;
                s[2][i] = 0.8 * s[2][i] + x / (Math.sqrt(s[0][i] - s[1][i] * s[1][i]) + 1e-3);
                w[i] -= 0.001 * s[2][i];
            }
        });
        assertEquals(List.of("square", "velocity"), new RmsProp(0.1, 0.9, 1e-8, 0.5, false, 0).slots());
    }

    @Test
    void aConstantGradientLeavesCenteredRmspropWithNumbers() {
        Updater updater = new RmsProp(0.01, 0.5, 1e-8, 0, true, 0).bind();
        float[] w = {1};
        float[][] slots = new float[2][1];
        for (int t = 0; t < 200; t++) {
            updater.begin(t, 0.01);
            updater.update(w, new float[] {0.3f}, slots, 1, true);
            assertTrue(Float.isFinite(w[0]), "step " + t);
        }
    }

    @Test
    void adagradAddsUpSquares() {
        compare(new Adagrad(0.05, 0.1, 1e-10, 0.1), (w, g, s, t) -> {
            for (int i = 0; i < N; i++) {
                double x = g[i] + 0.1 * w[i];
                s[0][i] += x * x;
                w[i] -= 0.05 * x / (Math.sqrt(0.1 + s[0][i]) + 1e-10);
            }
        });
    }

    @Test
    void lionMovesEveryWeightByTheSame() {
        compare(new Lion(0.01, 0.9, 0.99, 0.5), (w, g, s, t) -> {
            for (int i = 0; i < N; i++) {
                w[i] -= 0.01 * (Math.signum(0.9 * s[0][i] + 0.1 * g[i]) + 0.5 * w[i]);
                s[0][i] = 0.99 * s[0][i] + 0.01 * g[i];
            }
        });
    }

    @Test
    void rpropFollowsTheSignHoweverSmallTheGradient() {
        compare(new Rprop(0.01, 0.5, 1.2, 1e-3, 0.04), (w, g, s, t) -> {
            for (int i = 0; i < N; i++) {
                double sign = Math.signum(g[i]);
                double both = sign * s[0][i];
                s[1][i] = Math.clamp((t == 0 ? 0.01 : s[1][i]) * (both > 0 ? 1.2 : both < 0 ? 0.5 : 1), 1e-3, 0.04);
                s[0][i] = both < 0 ? 0 : sign;
                w[i] -= s[0][i] * s[1][i];
            }
        });
        Updater updater = new Rprop(0.01, 0.5, 1.2, 1e-6, 50).bind();
        float[] w = {1, 1};
        float[][] slots = new float[2][2];
        for (int t = 0; t < 3; t++) {
            updater.begin(t, 0.01);
            updater.update(w, new float[] {1e-30f, 1}, slots, 2, true);
        }
        assertEquals(1 - 0.01 * (1 + 1.2 + 1.44), w[0], 1e-6);
        assertEquals(w[1], w[0], "the size of a gradient does not count");
    }

    @Test
    void biasesDoNotDecay() {
        for (Optimizer optimizer : List.of(new Sgd(0.1, 0, false, 0.5), new Sgd(0.1, 0.9, false, 0.5),
                new Sgd(0.1, 0.9, true, 0.5), new Adam(0.1, 0.9, 0.999, 1e-8, 0.5),
                new AdamW(0.1, 0.9, 0.999, 1e-8, 0.5), new Nadam(0.1, 0.9, 0.999, 1e-8, 0.004, 0.5),
                new RmsProp(0.1, 0.9, 1e-8, 0.5, true, 0.5), new Adagrad(0.1, 0, 1e-10, 0.5),
                new Lion(0.1, 0.9, 0.99, 0.5))) {
            float[] spared = {3};
            float[] decayed = {3};
            Updater updater = optimizer.bind();
            updater.begin(0, 0.1);
            updater.update(spared, new float[1], new float[3][1], 1, false);
            updater.update(decayed, new float[1], new float[3][1], 1, true);
            assertEquals(3, spared[0], optimizer.toString());
            assertTrue(decayed[0] < 3, optimizer.toString());
        }
    }

    @Test
    void theLearningRateIsThatOfTheStep() {
        for (Entry<Optimizer> entry : Optimizers.ALL.entries()) {
            Optimizer optimizer = Samples.bind(Optimizers.ALL, Samples.shortest(Optimizers.ALL, entry));
            float[] one = {0};
            float[] two = {0};
            Updater updater = optimizer.bind();
            updater.begin(0, 0.125);
            updater.update(one, new float[] {0.5f}, new float[3][1], 1, true);
            updater.begin(0, 0.25);
            updater.update(two, new float[] {0.5f}, new float[3][1], 1, true);
            assertEquals(optimizer.obeysLearningRate() ? 2 : 1, two[0] / one[0], 1e-6, entry.name());
        }
    }

    @Test
    void theNamesOfFilesStay() {
        assertEquals(List.of("sgd", "adam", "adamw", "nadam", "rmsprop", "adagrad", "lion", "rprop"),
                Optimizers.ALL.names());
        assertTrue(new Sgd(0.1, 0).slots().isEmpty());
        assertEquals(new Adam(0.1, 0.9, 0.999, 1e-8, 0), new Adam(0.1, 0.9, 0.999, 1e-8));
    }

    @Test
    void rpropRefusesBoundsTheWrongWayRound() {
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> new Rprop(0.01, 0.5, 1.2, 2, 1));
        assertTrue(refusal.getMessage().contains("'minStep' of rprop must be at most 'maxStep'"));
    }
}
