package dev.headwater.core.engine;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import dev.headwater.core.layer.Form;
import dev.headwater.core.tensor.Tensor;
import org.bytedeco.javacpp.FloatPointer;

/**
 * OpenBLAS's sgemm on the memory of three tensors. Its pointers move, for new ones at each product would be garbage; so
 * one is used by one thread at a time.
 */
final class Sgemm {
    private static final boolean CUTS = Pieces.gains(Backend.kernel());

    private final Form form;
    private final Pieces pieces;
    private final FloatPointer c;
    private final FloatPointer a;
    private final FloatPointer b;
    private final int ldc;
    private final int lda;
    private final int ldb;

    /**
     * Products of about m × n results of k terms each, of matrices whose rows lie so far apart.
     *
     * @param ldc floats from one row of c to the next
     * @param lda the same of a
     * @param ldb the same of b
     */
    Sgemm(Form form, int m, int n, int k, Tensor c, int ldc, Tensor a, int lda, Tensor b, int ldb) {
        this(form, CUTS ? Pieces.of(form, m, n, k) : Pieces.whole(m, n, k), c, ldc, a, lda, b, ldb);
    }

    Sgemm(Form form, Pieces pieces, Tensor c, int ldc, Tensor a, int lda, Tensor b, int ldb) {
        this.form = form;
        this.pieces = pieces;
        this.c = new FloatPointer(c.data());
        this.a = new FloatPointer(a.data());
        this.b = new FloatPointer(b.data());
        this.ldc = ldc;
        this.lda = lda;
        this.ldb = ldb;
    }

    /**
     * c = keep · c + form(a, b), of matrices that begin so many floats after the beginning of the memory. No more rows,
     * columns and terms fit into a piece than were told to the constructor, yet any number of pieces does.
     */
    void run(int m, int n, int k, float keep, long fromC, long fromA, long fromB) {
        int term = 0;
        do { // once even without terms: the sums are 0 then
            int terms = Math.min(pieces.terms(), k - term);
            float kept = term == 0 ? keep : 1;
            for (int column = 0; column < n; column += pieces.columns()) {
                int columns = Math.min(pieces.columns(), n - column);
                b.position(fromB + (form == Form.ABT ? (long) column * ldb + term : (long) term * ldb + column));
                for (int row = 0; row < m; row += pieces.rows()) {
                    int rows = Math.min(pieces.rows(), m - row);
                    a.position(fromA + (form == Form.ATB ? (long) term * lda + row : (long) row * lda + term));
                    c.position(fromC + (long) row * ldc + column);
                    cblas_sgemm(CblasRowMajor, form == Form.ATB ? CblasTrans : CblasNoTrans, form == Form.ABT
                            ? CblasTrans
                            : CblasNoTrans, rows, columns, terms, 1f, a, lda, b, ldb, kept, c, ldc);
                }
            }
            term += pieces.terms();
        } while (term < k);
    }
}
