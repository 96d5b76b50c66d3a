package dev.headwater.core.engine;

import java.util.Arrays;

/**
 * The weights W that minimize ‖X W − Y‖² + α ‖W‖², in double, from rows of X and Y that come one by one. It keeps the
 * triangle R of the QR decomposition of X below √α I and QᵀY, brought up to date by Householder reflections for a block
 * of rows at a time. R is the Cholesky factor of XᵀX + α I, so the solution is the closed form; but XᵀX, whose condition
 * is the square of X's, is never formed, for reservoirs have conditions of 1e7 and more.
 */
final class LeastSquares {
    private static final int BLOCK = 64;
    /** A column shorter than this share of the longest depends on the others as far as a double can tell. */
    private static final double DEPENDENT = 1e-13;

    private final int columns;
    private final int answers;
    /** Rows of R, each followed by its row of QᵀY. */
    private final double[][] r;
    private final double[][] block;
    private int filled;
    private long rows;

    LeastSquares(int columns, int answers, double alpha) {
        this.columns = columns;
        this.answers = answers;
        r = new double[columns][columns + answers];
        block = new double[BLOCK][columns + answers];
        for (int i = 0; i < columns; i++) {
            r[i][i] = Math.sqrt(alpha);
        }
    }

    /** The next row to be filled: X's columns, then Y's. To be followed by {@link #add}. */
    double[] next() {
        return block[filled];
    }

    /** Takes what was put into {@link #next}. */
    void add() {
        rows++;
        if (++filled == BLOCK) {
            reduce();
        }
    }

    /** How many rows were added. */
    long rows() {
        return rows;
    }

    private void reduce() {
        int width = columns + answers;
        double[] sums = new double[width];
        for (int k = 0; k < columns; k++) {
            double[] top = r[k];
            double squares = 0;
            for (int i = 0; i < filled; i++) {
                squares += block[i][k] * block[i][k];
            }
            if (squares == 0) {
                continue;
            }
            double length = Math.sqrt(top[k] * top[k] + squares);
            double v = top[k] + (top[k] < 0 ? -length : length);
            double beta = 2 / (v * v + squares);
            for (int j = k; j < width; j++) {
                sums[j] = v * top[j];
            }
            for (int i = 0; i < filled; i++) {
                addScaled(block[i][k], block[i], sums, k, width);
            }
            for (int j = k; j < width; j++) {
                top[j] -= beta * v * sums[j];
            }
            for (int i = 0; i < filled; i++) {
                addScaled(-beta * block[i][k], sums, block[i], k, width);
            }
        }
        filled = 0;
    }

    private static void addScaled(double factor, double[] from, double[] to, int begin, int end) {
        for (int j = begin; j < end; j++) {
            to[j] += factor * from[j];
        }
    }

    /** The weights, X's columns × Y's; a column that depends on others gets zeros. */
    double[][] solve() {
        reduce();
        double longest = 0;
        for (int k = 0; k < columns; k++) {
            longest = Math.max(longest, Math.abs(r[k][k]));
        }
        double[][] w = new double[columns][answers];
        for (int k = columns - 1; k >= 0; k--) {
            if (Math.abs(r[k][k]) <= DEPENDENT * longest) {
                continue;
            }
            double[] x = Arrays.copyOfRange(r[k], columns, columns + answers);
            for (int j = k + 1; j < columns; j++) {
                addScaled(-r[k][j], w[j], x, 0, answers);
            }
            for (int a = 0; a < answers; a++) {
                w[k][a] = x[a] / r[k][k];
            }
        }
        return w;
    }
}
