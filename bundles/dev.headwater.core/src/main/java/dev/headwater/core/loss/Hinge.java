package dev.headwater.core.loss;

import dev.headwater.core.activation.Linear;
import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.layer.Activation;
import dev.headwater.core.layer.Dense;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.layer.Softmax;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;

/**
 * The mean over all elements of max(0, margin − s y), s = 1 for a target above 0 and −1 otherwise, so that targets may
 * be 0 and 1 or −1 and 1 (Cortes and Vapnik 1995). Gradient −s within the margin; squared: −2 s (margin − s y).
 */
@Named(about = "mean of max(0, margin - s y), s = +-1: for yes and no, on plain scores")
public record Hinge(
        @Setting(about = "How far from 0 a right score must be to cost nothing.", byDefault = "1", min = 0, minExclusive = true, max = 1e30) double margin,
        @Setting(about = "Whether what is missing to the margin is squared.", byDefault = "false") boolean squared)
        implements Loss, ElementLoss {
    @Override
    public Shape targetShape(Shape output) {
        return output;
    }

    @Override
    public Scoring scoring() {
        return Scoring.SIGN;
    }

    @Override
    public boolean fuses(Layer last) {
        return false;
    }

    @Override
    public String warning(Layer last) {
        return warning("hinge", last);
    }

    /** What speaks against a last layer whose outputs are no plain scores, or {@code null}. */
    static String warning(String loss, Layer last) {
        boolean bent = last instanceof Softmax
                || last instanceof Dense dense && !(dense.activation() instanceof Linear)
                || last instanceof Activation layer && !(layer.activation() instanceof Linear);
        return bent ? loss + " judges plain scores, of any size and sign; behind "
                + (last instanceof Softmax ? "a Softmax they never reach the margin: remove the Softmax"
                        : "this activation they may never reach the margin: give the last layer \"activation\": \"linear\"")
                : null;
    }

    private double missing(double y, double t) {
        return Math.max(0, t > 0 ? margin - y : margin + y);
    }

    @Override
    public double value(double y, double t) {
        double missing = missing(y, t);
        return squared ? missing * missing : missing;
    }

    @Override
    public double slope(double y, double t) {
        double missing = missing(y, t);
        double steep = squared ? 2 * missing : missing > 0 ? 1 : 0;
        return t > 0 ? -steep : steep;
    }

    @Override
    public LossKernel bind(boolean fromLogits, Tensor output, Tensor target, Tensor gradient) {
        return kernel(output, target, gradient);
    }
}
