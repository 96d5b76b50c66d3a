package dev.headwater.core.initializer;

import dev.headwater.core.tensor.Seeds;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Sparse random square matrices whose largest |eigenvalue| is exactly as wanted (Jaeger 2001): each row has the same
 * number of values that are not 0, uniform in ±1, and all are then scaled. A draw whose eigenvalues are all 0, as small
 * sparse ones can be, is drawn again. For reservoirs alone, hence no entry of the catalog.
 */
public final class SpectralRadius {
    private static final int DRAWS = 100;
    /** A nilpotent matrix has eigenvalues of exactly 0, computed ones are a little off. */
    private static final double SMALLEST = 1e-4;

    private SpectralRadius() {
    }

    /**
     * Fills {@code into}, n rows of n values.
     *
     * @param radius the largest |eigenvalue|; 0 gives zeros
     * @param density the share of values that are not 0, at least one a row
     * @throws IllegalArgumentException if so few values never have another spectral radius than 0
     */
    public static void draw(float[] into, int n, double radius, double density, RandomGenerator random) {
        Arrays.fill(into, 0f);
        int each = Math.clamp(Math.round(density * n), 1, n);
        for (int draw = 0; draw < DRAWS && radius > 0; draw++) {
            double[][] matrix = sparse(n, each, random);
            double largest = Eigenvalues.largest(matrix);
            if (largest > SMALLEST) {
                for (int i = 0; i < into.length; i++) {
                    into[i] = (float) (matrix[i / n][i % n] * radius / largest);
                }
                return;
            }
        }
        if (radius > 0) {
            throw new IllegalArgumentException("no matrix of " + n + " units with a share of " + density
                    + " values that are not 0 was found that has a spectral radius; raise density");
        }
    }

    private static double[][] sparse(int n, int each, RandomGenerator random) {
        double[][] matrix = new double[n][n];
        int[] columns = new int[n];
        for (int i = 0; i < n; i++) {
            columns[i] = i;
        }
        for (double[] row : matrix) {
            for (int k = 0; k < each; k++) {
                int other = k + Seeds.below(n - k, random);
                int column = columns[other];
                columns[other] = columns[k];
                columns[k] = column;
                row[column] = 2 * random.nextDouble() - 1;
            }
        }
        return matrix;
    }
}
