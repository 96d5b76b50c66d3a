package dev.headwater.core.loss;

import dev.headwater.core.tensor.Tensor;

/** A loss of each element by itself, averaged over all of them. */
interface ElementLoss {
    /** The loss of an output y for a target t. */
    double value(double y, double t);

    /** Its derivative by y. */
    double slope(double y, double t);

    /** The arithmetic of the mean over all elements. */
    default LossKernel kernel(Tensor output, Tensor target, Tensor gradient) {
        int columns = output.columns();
        return new RowLoss((y, t, d, rows, scale) -> {
            double sum = 0;
            for (int i = 0; i < rows * columns; i++) {
                sum += value(y[i], t[i]);
                d[i] = (float) (scale * slope(y[i], t[i]));
            }
            return sum;
        }, output, target, gradient, columns);
    }
}
