package dev.headwater.core.loss;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.ShapeMismatch;
import dev.headwater.core.tensor.Tensor;

/**
 * The mean over the batch (and time) of Σ over the wrong classes i of max(0, margin − x_right + x_i) / C, or of its
 * square (Weston and Watkins 1999; PyTorch's MultiMarginLoss).
 */
@Named(about = "mean of max(0, margin - x_right + x_i) over the wrong classes: for one of several classes, on plain scores")
public record MultiClassHinge(
        @Setting(about = "How far the right score must lead to cost nothing.", byDefault = "1", min = 0, minExclusive = true, max = 1e30) double margin,
        @Setting(about = "Whether what is missing to the margin is squared.", byDefault = "false") boolean squared)
        implements Loss {
    @Override
    public Shape targetShape(Shape output) {
        if (output.columns() < 2) {
            throw new ShapeMismatch("multi-class-hinge needs at least two units, the output is " + output
                    + "; for one unit use hinge");
        }
        return output.withColumns(1);
    }

    @Override
    public Scoring scoring() {
        return Scoring.ARGMAX;
    }

    @Override
    public boolean fuses(Layer last) {
        return false;
    }

    @Override
    public String warning(Layer last) {
        return Hinge.warning("multi-class-hinge", last);
    }

    @Override
    public LossKernel bind(boolean fromLogits, Tensor output, Tensor target, Tensor gradient) {
        int columns = output.columns();
        return new RowLoss((x, t, d, rows, scale) -> {
            double sum = 0;
            for (int r = 0; r < rows; r++) {
                sum += row(x, d, r * columns, columns, (int) t[r], scale);
            }
            return sum;
        }, output, target, gradient, 1);
    }

    private double row(float[] x, float[] d, int from, int columns, int right, double scale) {
        double sum = 0;
        double pulled = 0;
        for (int i = 0; i < columns; i++) {
            double missing = i == right ? 0 : Math.max(0, margin - x[from + right] + (double) x[from + i]);
            double steep = squared ? 2 * missing : missing > 0 ? 1 : 0;
            sum += squared ? missing * missing : missing;
            pulled += steep;
            d[from + i] = (float) (scale * steep / columns);
        }
        d[from + right] = (float) (-scale * pulled / columns);
        return sum / columns;
    }
}
