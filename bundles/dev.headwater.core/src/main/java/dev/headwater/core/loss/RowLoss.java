package dev.headwater.core.loss;

import dev.headwater.core.layer.Pass;
import dev.headwater.core.tensor.Tensor;

/** A loss that is a sum over matrix rows, run in chunks of rows on the heap. */
final class RowLoss implements LossKernel {
    /** The arithmetic of some rows. */
    @FunctionalInterface
    interface Rows {
        /**
         * Adds up the loss of {@code rows} rows and writes {@code gradient} = scale · d(sum)/d(output).
         *
         * @param output row-major, {@code columns} wide
         * @param target row-major, as wide as the loss's target
         */
        double run(float[] output, float[] target, float[] gradient, int rows, double scale);
    }

    private static final int CHUNK = 2048;

    private final Rows rows;
    private final Tensor output;
    private final Tensor target;
    private final Tensor gradient;
    private final double perExample;
    private final int chunk;
    private final float[] outputTile;
    private final float[] targetTile;
    private final float[] gradientTile;

    /**
     * The loss over these tensors.
     *
     * @param perExample by how many terms one example is divided: the elements, or the rows of a categorical loss
     */
    RowLoss(Rows rows, Tensor output, Tensor target, Tensor gradient, int perExample) {
        this.rows = rows;
        this.output = output;
        this.target = target;
        this.gradient = gradient;
        this.perExample = perExample;
        chunk = Math.max(1, CHUNK / output.columns());
        outputTile = new float[chunk * output.columns()];
        targetTile = new float[chunk * target.columns()];
        gradientTile = new float[chunk * output.columns()];
    }

    @Override
    public double run(Pass pass) {
        int columns = output.columns();
        int targetColumns = target.columns();
        int all = output.matrixRows(pass.rows());
        double scale = 1 / (pass.batchRows() * perExample);
        double sum = 0;
        for (int row = 0; row < all; row += chunk) {
            int n = Math.min(chunk, all - row);
            output.data().get(row * columns, outputTile, 0, n * columns);
            target.data().get(row * targetColumns, targetTile, 0, n * targetColumns);
            sum += rows.run(outputTile, targetTile, gradientTile, n, scale);
            if (pass.training()) {
                gradient.data().put(row * columns, gradientTile, 0, n * columns);
            }
        }
        return sum * scale;
    }
}
