package dev.headwater.core.loss;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;

/** The mean over all elements of (y − t)²; no factor 1/2. Gradient 2 (y − t) / n. */
@Named(aliases = "mse", about = "mean over all elements of (y - t)^2: for regression")
public record MeanSquaredError() implements Loss {
    @Override
    public Shape targetShape(Shape output) {
        return output;
    }

    @Override
    public Scoring scoring() {
        return Scoring.NONE;
    }

    @Override
    public boolean fuses(Layer last) {
        return false;
    }

    @Override
    public LossKernel bind(boolean fromLogits, Tensor output, Tensor target, Tensor gradient) {
        int columns = output.columns();
        return new RowLoss((y, t, d, rows, scale) -> {
            double sum = 0;
            for (int i = 0; i < rows * columns; i++) {
                double error = (double) y[i] - t[i];
                sum += error * error;
                d[i] = (float) (2 * scale * error);
            }
            return sum;
        }, output, target, gradient, output.shape().size());
    }
}
