package dev.headwater.core.engine;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import dev.headwater.core.layer.Form;
import dev.headwater.core.layer.Product;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import org.bytedeco.javacpp.FloatPointer;

/** The products of the matrices that the last two axes of three tensors hold, example by example. */
final class ManyGemms implements Product {
    private final Operand c;
    private final Operand a;
    private final Operand b;
    private final Form form;
    private final int m;
    private final int n;
    private final int k;

    /**
     * The products c = form(a, b).
     *
     * @throws IllegalArgumentException if the matrices do not fit; names all three
     */
    ManyGemms(Tensor c, Tensor a, Tensor b, Form form) {
        this.c = new Operand(c);
        this.a = new Operand(a);
        this.b = new Operand(b);
        this.form = form;
        boolean aTurned = form == Form.ATB;
        boolean bTurned = form == Form.ABT;
        m = aTurned ? this.a.columns : this.a.rows;
        k = aTurned ? this.a.rows : this.a.columns;
        n = bTurned ? this.b.rows : this.b.columns;
        int innerB = bTurned ? this.b.columns : this.b.rows;
        if (k != innerB || this.c.rows != m || this.c.columns != n || !c.batched() || !this.c.fits(this.a)
                || !this.c.fits(this.b)) {
            throw new IllegalArgumentException("the products " + form + " do not fit: " + c + " from " + a + " and "
                    + b);
        }
    }

    @Override
    public void run(int rows) {
        int transA = form == Form.ATB ? CblasTrans : CblasNoTrans;
        int transB = form == Form.ABT ? CblasTrans : CblasNoTrans;
        for (int example = 0; example < rows; example++) {
            for (int i = 0; i < c.matrices; i++) {
                cblas_sgemm(CblasRowMajor, transA, transB, m, n, k, 1f, a.at(example, i), a.columns, b.at(example, i),
                        b.columns, 0f, c.at(example, i), c.columns);
            }
        }
    }

    /** A tensor as matrices, with one pointer that moves, for a new one at each product would be garbage. */
    private static final class Operand {
        final int rows;
        final int columns;
        final int matrices;
        private final FloatPointer pointer;
        private final int start;
        private final int stride;

        Operand(Tensor tensor) {
            Shape shape = tensor.shape();
            if (shape.rank() < 2) {
                throw new IllegalArgumentException(tensor + " holds no matrices");
            }
            rows = shape.extent(-2);
            columns = shape.extent(-1);
            matrices = shape.size() / (rows * columns);
            pointer = new FloatPointer(tensor.data());
            start = tensor.start();
            stride = tensor.batched() ? tensor.stride() : 0;
        }

        boolean fits(Operand other) {
            return other.matrices == matrices || other.matrices == 1;
        }

        FloatPointer at(int example, int matrix) {
            return pointer.position(start + (long) example * stride + (matrices == 1 ? 0 : (long) matrix * rows
                    * columns));
        }
    }
}
