package dev.headwater.core.loss;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.layer.Softmax;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.ShapeMismatch;
import dev.headwater.core.tensor.Tensor;

/**
 * The mean over the batch (and time) of −log p of the right class, which the target names by its index. From logits x,
 * p = softmax(x): gradient p − onehot, where p − 1 is summed from the other classes so that it does not round to 0.
 * From probabilities p is held at 1e-38.
 */
@Named(aliases = "cce", about = "mean of -log p(right class): for one of several classes, after a softmax")
public record CategoricalCrossEntropy() implements Loss {
    @Override
    public Shape targetShape(Shape output) {
        if (output.columns() < 2) {
            throw new ShapeMismatch("categorical-cross-entropy needs at least two units, the output is " + output
                    + "; for one sigmoid unit use binary-cross-entropy");
        }
        return output.withColumns(1);
    }

    @Override
    public Scoring scoring() {
        return Scoring.ARGMAX;
    }

    @Override
    public boolean fuses(Layer last) {
        return last instanceof Softmax;
    }

    @Override
    public String warning(Layer last) {
        return fuses(last) ? null : "categorical-cross-entropy expects probabilities that add up to 1: end the network"
                + " with a Softmax layer";
    }

    @Override
    public LossKernel bind(boolean fromLogits, Tensor output, Tensor target, Tensor gradient) {
        int columns = output.columns();
        RowLoss.Rows rows = (x, t, d, n, scale) -> {
            double sum = 0;
            for (int r = 0; r < n; r++) {
                int right = (int) t[r];
                sum += fromLogits ? logits(x, d, r * columns, columns, right, scale)
                        : probabilities(x, d, r * columns, columns, right, scale);
            }
            return sum;
        };
        return new RowLoss(rows, output, target, gradient, output.shape().size() / columns);
    }

    private static double logits(float[] x, float[] d, int from, int columns, int right, double scale) {
        double max = x[from];
        for (int i = 1; i < columns; i++) {
            max = Math.max(max, x[from + i]);
        }
        double others = 0;
        for (int i = 0; i < columns; i++) {
            double e = Math.exp(x[from + i] - max);
            d[from + i] = (float) e;
            others += i == right ? 0 : e;
        }
        double sum = others + Math.exp(x[from + right] - max);
        for (int i = 0; i < columns; i++) {
            d[from + i] = (float) (scale * d[from + i] / sum);
        }
        d[from + right] = (float) (-scale * others / sum);
        return Math.log(sum) + max - x[from + right];
    }

    private static double probabilities(float[] p, float[] d, int from, int columns, int right, double scale) {
        for (int i = 0; i < columns; i++) {
            d[from + i] = 0;
        }
        double held = Math.max(Float.MIN_NORMAL, p[from + right]);
        d[from + right] = (float) (-scale / held);
        return -Math.log(held);
    }
}
