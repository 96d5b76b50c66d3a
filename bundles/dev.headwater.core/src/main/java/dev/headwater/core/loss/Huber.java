package dev.headwater.core.loss;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;

/**
 * The mean over all elements of e²/2 where |e| = |y − t| ≤ δ, else of δ (|e| − δ/2) (Huber 1964). Its gradient, e held
 * within ±δ, never explodes with an outlier.
 */
@Named(about = "mean of e^2 / 2 near 0 and delta |e| farther out: for regression with outliers")
public record Huber(
        @Setting(about = "Error from which on the loss grows linearly.", byDefault = "1", min = 0, minExclusive = true, max = 1e30) double delta)
        implements Loss, ElementLoss {
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
        double error = Math.abs(y - t);
        return error <= delta ? error * error / 2 : delta * (error - delta / 2);
    }

    @Override
    public double slope(double y, double t) {
        return Math.max(-delta, Math.min(delta, y - t));
    }

    @Override
    public LossKernel bind(boolean fromLogits, Tensor output, Tensor target, Tensor gradient) {
        return kernel(output, target, gradient);
    }
}
