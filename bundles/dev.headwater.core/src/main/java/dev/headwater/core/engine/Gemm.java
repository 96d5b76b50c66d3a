package dev.headwater.core.engine;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import dev.headwater.core.layer.Form;
import dev.headwater.core.layer.Product;
import dev.headwater.core.tensor.Tensor;
import org.bytedeco.javacpp.FloatPointer;

/** A prepared call of OpenBLAS's sgemm: the pointers are fixed, only the number of rows is asked at each run. */
final class Gemm implements Product {
    private final Tensor a;
    private final Form form;
    private final FloatPointer pc;
    private final FloatPointer pa;
    private final FloatPointer pb;
    private final int n;
    private final int lda;
    private final int ldb;

    /**
     * The product c = form(a, b).
     *
     * @throws IllegalArgumentException if the matrices do not fit; names all three
     */
    Gemm(Tensor c, Tensor a, Tensor b, Form form) {
        this.a = a;
        this.form = form;
        lda = a.columns();
        ldb = b.columns();
        n = c.columns();
        int rowsA = a.matrixRows(a.rows());
        int rowsB = b.matrixRows(b.rows());
        int rowsC = c.matrixRows(c.rows());
        boolean fits = switch (form) {
            case AB -> rowsC == rowsA && lda == rowsB && n == ldb;
            case ABT -> rowsC == rowsA && lda == ldb && n == rowsB;
            case ATB -> rowsC == lda && rowsA == rowsB && n == ldb;
        };
        if (!fits) {
            throw new IllegalArgumentException("the product " + form + " does not fit: " + c + " from " + a + " and "
                    + b);
        }
        pc = new FloatPointer(c.data());
        pa = new FloatPointer(a.data());
        pb = new FloatPointer(b.data());
    }

    @Override
    public void run(int rows) {
        switch (form) {
            case AB -> cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, a.matrixRows(rows), n, lda, 1f, pa, lda,
                    pb,
                    ldb, 0f, pc, n);
            case ABT -> cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, a.matrixRows(rows), n, lda, 1f, pa, lda,
                    pb,
                    ldb, 0f, pc, n);
            case ATB -> cblas_sgemm(CblasRowMajor, CblasTrans, CblasNoTrans, lda, n, a.matrixRows(rows), 1f, pa, lda,
                    pb,
                    ldb, 0f, pc, n);
        }
    }
}
