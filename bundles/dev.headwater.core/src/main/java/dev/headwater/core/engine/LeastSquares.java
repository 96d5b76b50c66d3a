package dev.headwater.core.engine;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dtpqrt_work;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;

import java.util.Arrays;
import org.bytedeco.javacpp.DoublePointer;

/**
 * The weights W that minimize ‖X W − Y‖² + α ‖W‖², in double, from rows of X and Y that come one by one. It keeps the
 * triangle R of the QR decomposition of X below √α I and QᵀY, brought up to date by LAPACK's blocked Householder
 * reflections for a block of rows at a time. R is the Cholesky factor of XᵀX + α I, so the solution is the closed form;
 * but XᵀX, whose condition is the square of X's, is never formed, for reservoirs have conditions of 1e7 and more.
 */
final class LeastSquares implements AutoCloseable {
    private static final int BLOCK = 256;
    /** Columns that LAPACK takes together. */
    private static final int PANEL = 32;
    /** A column shorter than this share of the longest depends on the others as far as a double can tell. */
    private static final double DEPENDENT = 1e-13;

    private final int columns;
    private final int answers;
    private final int width;
    private final int panel;
    private final double[][] block;
    private final double[] column = new double[BLOCK];
    /** R, and in its last columns QᵀY: column by column. */
    private final DoublePointer r;
    private final DoublePointer rowsBelow;
    private final DoublePointer reflectors;
    private final DoublePointer work;
    private int filled;
    private long rows;

    LeastSquares(int columns, int answers, double alpha) {
        this.columns = columns;
        this.answers = answers;
        width = columns + answers;
        panel = Math.min(PANEL, width);
        block = new double[BLOCK][width];
        r = zeros((long) width * width);
        rowsBelow = zeros((long) BLOCK * width);
        reflectors = zeros((long) panel * width);
        work = zeros((long) panel * width);
        for (int i = 0; i < columns; i++) {
            r.put((long) i * width + i, Math.sqrt(alpha));
        }
    }

    private static DoublePointer zeros(long size) {
        DoublePointer memory = new DoublePointer(size);
        memory.zero();
        return memory;
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
        if (filled == 0) {
            return;
        }
        for (int j = 0; j < width; j++) {
            for (int i = 0; i < filled; i++) {
                column[i] = block[i][j];
            }
            rowsBelow.position((long) j * BLOCK).put(column, 0, filled);
        }
        rowsBelow.position(0);
        int wrong = LAPACKE_dtpqrt_work(LAPACK_COL_MAJOR, filled, width, 0, panel, r, width, rowsBelow, BLOCK,
                reflectors,
                panel, work);
        if (wrong != 0) {
            throw new IllegalStateException("LAPACK refuses argument " + -wrong + " of dtpqrt");
        }
        filled = 0;
    }

    /** The weights, X's columns × Y's; a column that depends on others gets zeros. */
    double[][] solve() {
        reduce();
        double longest = 0;
        for (int k = 0; k < columns; k++) {
            longest = Math.max(longest, Math.abs(at(k, k)));
        }
        double[][] w = new double[columns][answers];
        double[][] left = new double[columns][answers];
        for (int k = 0; k < columns; k++) {
            for (int a = 0; a < answers; a++) {
                left[k][a] = at(k, columns + a);
            }
        }
        double[] above = new double[columns];
        for (int k = columns - 1; k >= 0; k--) {
            double pivot = at(k, k);
            if (Math.abs(pivot) <= DEPENDENT * longest) {
                continue;
            }
            for (int a = 0; a < answers; a++) {
                w[k][a] = left[k][a] / pivot;
            }
            r.position((long) k * width).get(above, 0, k);
            for (int i = 0; i < k; i++) {
                for (int a = 0; a < answers; a++) {
                    left[i][a] -= above[i] * w[k][a];
                }
            }
        }
        r.position(0);
        return w;
    }

    private double at(int row, int of) {
        return r.position(0).get((long) of * width + row);
    }

    @Override
    public void close() {
        Arrays.stream(new DoublePointer[] {r, rowsBelow, reflectors, work}).forEach(DoublePointer::close);
    }
}
