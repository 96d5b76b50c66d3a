package dev.headwater.core.loss;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;

/** The mean over all elements of (y − t)²; no factor 1/2. Gradient 2 (y − t) / n. */
@Named(aliases = "mse", about = "mean over all elements of (y - t)^2: for regression")
public record MeanSquaredError() implements Loss, ElementLoss {
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
        return (y - t) * (y - t);
    }

    @Override
    public double slope(double y, double t) {
        return 2 * (y - t);
    }

    @Override
    public LossKernel bind(boolean fromLogits, Tensor output, Tensor target, Tensor gradient) {
        return kernel(output, target, gradient);
    }
}
