package dev.headwater.core.layer;

import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;

/** Connections of which many exist: products with the whole matrix, in single precision, as the parameter is. */
final class DenseConnections implements Connections {
    private final Tensor from;
    private final Tensor to;
    private final Product times;
    private final Product transposed;
    private final float[] row;

    DenseConnections(Place place, Tensor w) {
        int n = w.columns();
        from = place.buffer("state-row", Shape.of(1, n));
        to = place.buffer("product-row", Shape.of(1, n));
        times = place.product(to, from, w, Form.ABT);
        transposed = place.product(to, from, w, Form.AB);
        row = new float[n];
    }

    @Override
    public void refresh() {
        // the products read the parameter itself
    }

    @Override
    public void times(double[] x, double[] y) {
        multiply(times, x);
        for (int i = 0; i < row.length; i++) {
            y[i] = row[i];
        }
    }

    @Override
    public void addTransposedTimes(double[] y, double[] x) {
        multiply(transposed, y);
        for (int i = 0; i < row.length; i++) {
            x[i] += row[i];
        }
    }

    private void multiply(Product product, double[] x) {
        for (int i = 0; i < row.length; i++) {
            row[i] = (float) x[i];
        }
        from.data().put(0, row);
        product.run(1);
        to.data().get(0, row);
    }
}
