package dev.headwater.core.initializer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.tensor.Seeds;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpectralRadiusTest {
    private static float[] drawn(int n, double radius, double density, long seed) {
        float[] into = new float[n * n];
        SpectralRadius.draw(into, n, radius, density, Seeds.generator(seed, "test"));
        return into;
    }

    private static double[][] square(float[] values, int n) {
        double[][] matrix = new double[n][n];
        for (int i = 0; i < values.length; i++) {
            matrix[i / n][i % n] = values[i];
        }
        return matrix;
    }

    @Test
    void theRadiusIsExact() {
        for (int n : new int[] {1, 2, 3, 5, 17, 120}) {
            for (long seed = 1; seed <= 5; seed++) {
                double[][] w = square(drawn(n, 0.79, n < 17 ? 1 : 0.1, seed), n);
                assertEquals(0.79, byPowers(w), 2e-5, n + " units, seed " + seed);
            }
        }
    }

    /** Gelfand's formula, an independent way: ρ = lim ‖Wᵏ‖^(1/k), here with k = 2²⁰ by squaring and rescaling. */
    private static double byPowers(double[][] w) {
        double[][] power = w;
        double log = 0;
        double k = 1;
        for (int i = 0; i < 20; i++) {
            double size = 0;
            for (double[] row : power) {
                for (double v : row) {
                    size = Math.max(size, Math.abs(v));
                }
            }
            log += Math.log(size) / k;
            double[][] next = new double[w.length][w.length];
            for (int r = 0; r < w.length; r++) {
                for (int m = 0; m < w.length; m++) {
                    for (int c = 0; c < w.length; c++) {
                        next[r][c] += power[r][m] / size * (power[m][c] / size);
                    }
                }
            }
            power = next;
            k *= 2;
        }
        return Math.exp(log);
    }

    @Test
    void everyRowHasItsShareOfValues() {
        float[] w = drawn(40, 0.9, 0.1, 3);
        for (int row = 0; row < 40; row++) {
            int count = 0;
            for (int i = 0; i < 40; i++) {
                count += w[row * 40 + i] != 0 ? 1 : 0;
            }
            assertEquals(4, count);
        }
    }

    @Test
    void theSameSeedGivesTheSameBitsAndAnotherSeedOthers() {
        assertArrayEquals(drawn(30, 0.9, 0.2, 1), drawn(30, 0.9, 0.2, 1));
        assertTrue(!java.util.Arrays.equals(drawn(30, 0.9, 0.2, 1), drawn(30, 0.9, 0.2, 2)));
        assertArrayEquals(new float[9], drawn(3, 0, 1, 1));
    }

    @Test
    void eigenvaluesOfKnownMatricesAreFound() {
        assertEquals(3, Eigenvalues.largest(new double[][] {{-3}}));
        assertEquals(2, Eigenvalues.largest(new double[][] {{0, -2}, {2, 0}}), 1e-14, "a rotation: ±2i");
        assertEquals(1, Eigenvalues.largest(new double[][] {{0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}, {1, 0, 0, 0}}),
                1e-12, "a cycle: the fourth roots of 1");
        assertEquals(0, Eigenvalues.largest(new double[][] {{0, 1, 2}, {0, 0, 3}, {0, 0, 0}}), 1e-12, "nilpotent");
        assertEquals(4, Eigenvalues.largest(new double[][] {{10, -35, 50, -24}, {1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1,
                0}}), 1e-10, "the companion of (x−1)(x−2)(x−3)(x−4)");
    }

    @Test
    void aSimilarityLeavesTheRadius() {
        Random random = new Random(5);
        int n = 60;
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            a[i][i] = i == 7 ? -1.25 : random.nextDouble();
            for (int j = i + 1; j < n; j++) {
                a[i][j] = random.nextGaussian();
            }
        }
        for (int turn = 0; turn < 300; turn++) { // plane rotations from both sides
            int p = random.nextInt(n);
            int q = (p + 1 + random.nextInt(n - 1)) % n;
            double c = Math.cos(turn);
            double s = Math.sin(turn);
            for (int j = 0; j < n; j++) {
                double x = a[p][j];
                double y = a[q][j];
                a[p][j] = c * x + s * y;
                a[q][j] = c * y - s * x;
            }
            for (int i = 0; i < n; i++) {
                double x = a[i][p];
                double y = a[i][q];
                a[i][p] = c * x + s * y;
                a[i][q] = c * y - s * x;
            }
        }
        assertEquals(1.25, Eigenvalues.largest(a), 1e-6);
    }

    @Test
    void aReservoirWithoutCyclesIsRefused() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
                () -> SpectralRadius.draw(new float[1], 1, 0.9, 1, new Half()));
        assertTrue(e.getMessage().contains("raise density"), e.getMessage());
    }

    /** Draws 0.5 for ever: every weight is 0. */
    private static final class Half implements java.util.random.RandomGenerator {
        @Override
        public long nextLong() {
            return 1L << 63;
        }

        @Override
        public double nextDouble() {
            return 0.5;
        }
    }
}
