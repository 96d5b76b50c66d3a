package dev.headwater.core.engine;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemv;

import dev.headwater.core.layer.Form;
import dev.headwater.core.layer.Product;
import dev.headwater.core.tensor.Tensor;
import org.bytedeco.javacpp.FloatPointer;

/** A prepared call of OpenBLAS's sgemm: the pointers are fixed, only the number of rows is asked at each run. */
final class Gemm implements Product {
    /** How many products were asked for so far, by one thread: what a step must not do more often than it has to. */
    static long calls;

    private final Tensor c;
    private final Tensor a;
    private final Tensor b;
    private final Form form;
    private final FloatPointer pc;
    private final FloatPointer pa;
    private final FloatPointer pb;
    private final int n;
    private final int inner;
    private final int ldb;
    private final float keep;
    private final Sgemm many;

    /**
     * The product c = keep · c + form(a, b).
     *
     * @throws IllegalArgumentException if the matrices do not fit; names all three
     */
    Gemm(Tensor c, Tensor a, Tensor b, Form form, float keep) {
        this.c = c;
        this.a = a;
        this.b = b;
        this.form = form;
        this.keep = keep;
        inner = a.columns();
        int columnsB = b.columns();
        n = c.columns();
        ldb = distance(b);
        int rowsA = a.matrixRows(a.rows());
        int rowsB = b.matrixRows(b.rows());
        int rowsC = c.matrixRows(c.rows());
        boolean fits = switch (form) {
            case AB -> rowsC == rowsA && inner == rowsB && n == columnsB;
            case ABT -> rowsC == rowsA && inner == columnsB && n == rowsB;
            case ATB -> rowsC == inner && rowsA == rowsB && n == columnsB;
        };
        if (!fits) {
            throw new IllegalArgumentException("the product " + form + " does not fit: " + c + " from " + a + " and "
                    + b);
        }
        many = form == Form.ATB ? new Sgemm(form, inner, n, rowsA, c, distance(c), a, distance(a), b, ldb)
                : new Sgemm(form, rowsA, n, inner, c, distance(c), a, distance(a), b, ldb);
        pc = new FloatPointer(c.data());
        pa = new FloatPointer(a.data());
        pb = new FloatPointer(b.data());
        pc.position(c.start());
        pa.position(a.start());
        pb.position(b.start());
    }

    /** Floats from one matrix row to the next. A piece of a batch is a matrix only where it is one row an example. */
    private static int distance(Tensor tensor) {
        if (!tensor.contiguous() && tensor.shape().size() != tensor.columns()) {
            throw new IllegalArgumentException(tensor
                    + " is a piece of several rows; a product needs one row an example");
        }
        return tensor.contiguous() ? tensor.columns() : tensor.stride();
    }

    /** A product with a single row is one with a vector, for which the large routine would pack the whole matrix. */
    @Override
    public void run(int rows) {
        calls++;
        if (a.matrixRows(rows) == 1 && form != Form.ATB) {
            cblas_sgemv(CblasRowMajor, form == Form.AB ? CblasTrans : CblasNoTrans, form == Form.AB ? inner : n,
                    form == Form.AB ? n : inner, 1f, pb, ldb, pa, 1, keep, pc, 1);
            return;
        }
        int counted = a.matrixRows(rows);
        many.run(form == Form.ATB ? inner : counted, n, form == Form.ATB ? counted : inner, keep, c.start(), a.start(),
                b.start());
    }
}
