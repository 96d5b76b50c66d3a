package dev.headwater.core.engine;

import dev.headwater.core.layer.Form;
import dev.headwater.core.layer.Product;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;

/** The products of the matrices that the last two axes of three tensors hold, example by example. */
final class ManyGemms implements Product {
    private final Operand c;
    private final Operand a;
    private final Operand b;
    private final Sgemm one;
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
        one = new Sgemm(form, m, n, k, c, this.c.columns, a, this.a.columns, b, this.b.columns);
    }

    @Override
    public void run(int rows) {
        for (int example = 0; example < rows; example++) {
            for (int i = 0; i < c.matrices; i++) {
                one.run(m, n, k, 0, c.at(example, i), a.at(example, i), b.at(example, i));
            }
        }
    }

    /** A tensor as matrices. */
    private static final class Operand {
        final int rows;
        final int columns;
        final int matrices;
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
            start = tensor.start();
            stride = tensor.batched() ? tensor.stride() : 0;
        }

        boolean fits(Operand other) {
            return other.matrices == matrices || other.matrices == 1;
        }

        /** Where a matrix begins. */
        long at(int example, int matrix) {
            return start + (long) example * stride + (matrices == 1 ? 0 : (long) matrix * rows * columns);
        }
    }
}
