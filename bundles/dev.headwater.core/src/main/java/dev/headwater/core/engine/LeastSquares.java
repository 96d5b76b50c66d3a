package dev.headwater.core.engine;

import static org.bytedeco.openblas.global.openblas.CblasColMajor;
import static org.bytedeco.openblas.global.openblas.CblasLeft;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasNonUnit;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.CblasUpper;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dpotrf_work;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dtpqrt_work;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;
import static org.bytedeco.openblas.global.openblas.cblas_dsyrk;
import static org.bytedeco.openblas.global.openblas.cblas_dtrsm;

import java.util.Arrays;
import org.bytedeco.javacpp.DoublePointer;

/**
 * The weights W that minimize ‖X W − Y‖² + α ‖W‖², in double, from rows of X and Y that come one by one. It keeps the
 * triangle R of the QR decomposition of X below √α I and QᵀY. R is the Cholesky factor of XᵀX + α I, so the solution is
 * the closed form. Where α bounds the condition of XᵀX + α I, rows are added up in XᵀX and R is found from it at the end.
 * Where it does not, which is the square of X's then and in reservoirs 1e14 and more, XᵀX is never formed: R is brought
 * up to date by LAPACK's blocked Householder reflections for a block of rows at a time.
 */
final class LeastSquares implements AutoCloseable {
    private static final int BLOCK = 256;
    /** Columns that LAPACK takes together. */
    private static final int PANEL = 32;
    /** A column shorter than this share of the longest depends on the others as far as a double can tell. */
    private static final double DEPENDENT = 1e-13;
    /** Up to this condition XᵀX + α I loses at most 1e-11 of the punishment, below what a weight in float does. */
    private static final double WELL_CONDITIONED = 1e10;

    private final int columns;
    private final int answers;
    private final int width;
    private final int panel;
    private final double[][] block;
    private final double[] column = new double[BLOCK];
    private final double alpha;
    /** R, and in its last columns QᵀY; while {@link #formed}, XᵀX + α I and XᵀY: column by column. */
    private final DoublePointer r;
    private final DoublePointer rowsBelow;
    private final DoublePointer reflectors;
    private final DoublePointer work;
    private int filled;
    private long rows;
    private boolean formed;
    /** Σ x², the trace of XᵀX and so a bound of its largest eigenvalue. */
    private double trace;

    LeastSquares(int columns, int answers, double alpha) {
        this.columns = columns;
        this.answers = answers;
        this.alpha = alpha;
        formed = alpha > 0;
        width = columns + answers;
        panel = Math.min(PANEL, width);
        block = new double[BLOCK][width];
        r = zeros((long) width * width);
        rowsBelow = zeros((long) BLOCK * width);
        reflectors = zeros((long) panel * width);
        work = zeros((long) panel * width);
        for (int i = 0; i < columns; i++) {
            r.put((long) i * width + i, alpha);
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
        for (int i = 0; i < filled; i++) {
            for (int j = 0; j < columns; j++) {
                trace += block[i][j] * block[i][j];
            }
        }
        if (formed && !(trace + alpha <= WELL_CONDITIONED * alpha)) {
            factor();
        }
        if (formed) {
            form();
        } else {
            reflect();
        }
        filled = 0;
    }

    /** XᵀX and XᵀY of the block. */
    private void form() {
        for (int i = 0; i < filled; i++) {
            rowsBelow.position((long) i * width).put(block[i], 0, width);
        }
        rowsBelow.position(0);
        cblas_dsyrk(CblasColMajor, CblasUpper, CblasNoTrans, width, filled, 1, rowsBelow, width, 1, r, width);
    }

    /** R and QᵀY of the rows so far and the block. */
    private void reflect() {
        for (int j = 0; j < width; j++) {
            for (int i = 0; i < filled; i++) {
                column[i] = block[i][j];
            }
            rowsBelow.position((long) j * BLOCK).put(column, 0, filled);
        }
        rowsBelow.position(0);
        refuse(LAPACKE_dtpqrt_work(LAPACK_COL_MAJOR, filled, width, 0, panel, r, width, rowsBelow, BLOCK, reflectors,
                panel, work), "dtpqrt");
    }

    /** R and QᵀY from XᵀX + α I and XᵀY. */
    private void factor() {
        formed = false;
        refuse(LAPACKE_dpotrf_work(LAPACK_COL_MAJOR, (byte) 'U', columns, r, width), "dpotrf");
        long right = (long) columns * width;
        cblas_dtrsm(CblasColMajor, CblasLeft, CblasUpper, CblasTrans, CblasNonUnit, columns, answers, 1, r, width, r
                .getPointer(right), width);
        for (int a = 0; a < answers; a++) {
            for (int i = columns; i < width; i++) {
                r.put(right + (long) a * width + i, 0);
            }
        }
    }

    private static void refuse(int wrong, String routine) {
        if (wrong != 0) {
            throw new IllegalStateException("LAPACK's " + routine + " ended with " + wrong);
        }
    }

    /** The weights, X's columns × Y's; a column that depends on others gets zeros. */
    double[][] solve() {
        reduce();
        if (formed) {
            factor();
        }
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
