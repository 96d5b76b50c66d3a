package dev.headwater.core.loss;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;

/** The mean over all elements of |y − t|. Gradient sign(y − t) / n, 0 where y = t. */
@Named(aliases = {"mae", "l1"}, about = "mean over all elements of |y - t|: for regression with outliers")
public record MeanAbsoluteError() implements Loss, ElementLoss {
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
    public double value(double y, double t) {
        return Math.abs(y - t);
    }

    @Override
    public double slope(double y, double t) {
        return Math.signum(y - t);
    }

    @Override
    public LossKernel bind(boolean fromLogits, Tensor output, Tensor target, Tensor gradient) {
        return kernel(output, target, gradient);
    }
}
