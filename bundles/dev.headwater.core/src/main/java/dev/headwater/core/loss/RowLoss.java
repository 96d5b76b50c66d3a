package dev.headwater.core.loss;

import dev.headwater.core.layer.Pass;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.Arrays;

/**
 * A loss that is a sum over matrix rows, run in chunks of rows on the heap. In outputs of two axes or more the first is
 * time: there only as many steps of an example count as its length says, and neither loss nor gradient sees the rest.
 */
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
    private final int terms;
    private final double[] weights;
    private final int chunk;
    private final float[] outputTile;
    private final float[] targetTile;
    private final float[] gradientTile;
    private final int steps;
    private final int perStep;
    private final boolean sequences;

    /**
     * The loss over these tensors.
     *
     * @param terms by how much one row adds to the divisor: its elements, or 1 for a categorical loss
     * @param weights instead, by the class that a row's target names; {@code null} if all weigh the same
     */
    RowLoss(Rows rows, Tensor output, Tensor target, Tensor gradient, int terms, double[] weights) {
        this.rows = rows;
        this.output = output;
        this.target = target;
        this.gradient = gradient;
        this.terms = terms;
        this.weights = weights;
        chunk = Math.max(1, CHUNK / output.columns());
        outputTile = new float[chunk * output.columns()];
        targetTile = new float[chunk * target.columns()];
        gradientTile = new float[chunk * output.columns()];
        Shape shape = output.shape();
        sequences = shape.rank() > 1;
        steps = sequences ? shape.extent(0) : 1;
        perStep = shape.size() / shape.columns() / steps;
    }

    /** One whose rows all weigh the same. */
    RowLoss(Rows rows, Tensor output, Tensor target, Tensor gradient, int terms) {
        this(rows, output, target, gradient, terms, null);
    }

    @Override
    public double divisor(float[] targets, int[] lengths, int examples) {
        double sum = 0;
        for (int e = 0; e < examples; e++) {
            int counted = perStep * (lengths != null && sequences ? Math.min(steps, lengths[e]) : steps);
            if (weights == null) {
                sum += (double) counted * terms;
            } else {
                for (int i = 0; i < counted; i++) {
                    sum += weights[(int) targets[e * steps * perStep + i]];
                }
            }
        }
        return sum;
    }

    @Override
    public double run(Pass pass, double divisor) {
        double scale = divisor == 0 ? 0 : 1 / divisor;
        if (!pass.padded() || !sequences) {
            return run(0, output.matrixRows(pass.rows()), pass.training(), scale) * scale;
        }
        double sum = 0;
        for (int e = 0; e < pass.rows(); e++) {
            int from = e * steps * perStep;
            int to = from + pass.length(e, steps) * perStep;
            sum += run(from, to, pass.training(), scale);
            if (pass.training()) {
                clear(to, from + steps * perStep);
            }
        }
        return sum * scale;
    }

    private double run(int from, int to, boolean training, double scale) {
        int columns = output.columns();
        int targetColumns = target.columns();
        double sum = 0;
        for (int row = from; row < to; row += chunk) {
            int n = Math.min(chunk, to - row);
            output.data().get(row * columns, outputTile, 0, n * columns);
            target.data().get(row * targetColumns, targetTile, 0, n * targetColumns);
            sum += rows.run(outputTile, targetTile, gradientTile, n, scale);
            if (training) {
                gradient.data().put(row * columns, gradientTile, 0, n * columns);
            }
        }
        return sum;
    }

    private void clear(int from, int to) {
        int columns = output.columns();
        Arrays.fill(gradientTile, 0f);
        for (int row = from; row < to; row += chunk) {
            gradient.data().put(row * columns, gradientTile, 0, Math.min(chunk, to - row) * columns);
        }
    }
}
