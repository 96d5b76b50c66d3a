package dev.headwater.core.loss;

import dev.headwater.core.activation.Sigmoid;
import dev.headwater.core.catalog.Named;
import dev.headwater.core.layer.Activation;
import dev.headwater.core.layer.Dense;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;

/**
 * The mean over all elements of −t log p − (1 − t) log(1 − p). From logits z, p = σ(z): max(z, 0) − z t + log(1 + e^−|z|),
 * gradient (1 − t) σ(z) − t σ(−z). From probabilities the logarithms are held at −100 as PyTorch does.
 */
@Named(aliases = "bce", about = "mean of -t log p - (1 - t) log(1 - p): for yes and no, after a sigmoid")
public record BinaryCrossEntropy() implements Loss {
    private static final double LOWEST_LOG = -100;
    private static final double SMALLEST_SPREAD = 1e-12;

    @Override
    public Shape targetShape(Shape output) {
        return output;
    }

    @Override
    public Scoring scoring() {
        return Scoring.THRESHOLD;
    }

    @Override
    public boolean fuses(Layer last) {
        return last instanceof Dense dense && dense.activation() instanceof Sigmoid
                || last instanceof Activation layer && layer.activation() instanceof Sigmoid;
    }

    @Override
    public String warning(Layer last) {
        return fuses(last) ? null
                : "binary-cross-entropy expects probabilities from a sigmoid; without one its gradient"
                        + " is inexact near 0 and 1, and undefined outside: give the last layer \"activation\": \"sigmoid\"";
    }

    @Override
    public LossKernel bind(boolean fromLogits, Tensor output, Tensor target, Tensor gradient) {
        int columns = output.columns();
        RowLoss.Rows rows = fromLogits
                ? (z, t, d, n, scale) -> logits(z, t, d, n * columns, scale)
                : (p, t, d, n, scale) -> probabilities(p, t, d, n * columns, scale);
        return new RowLoss(rows, output, target, gradient, output.shape().size());
    }

    private static double logits(float[] z, float[] t, float[] d, int n, double scale) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double e = Math.exp(-Math.abs((double) z[i]));
            double near = 1 / (1 + e);
            double far = e / (1 + e);
            double sigma = z[i] > 0 ? near : far;
            double rest = z[i] > 0 ? far : near;
            sum += Math.max(z[i], 0) - (double) z[i] * t[i] + Math.log1p(e);
            d[i] = (float) (scale * ((1 - t[i]) * sigma - t[i] * rest));
        }
        return sum;
    }

    private static double probabilities(float[] p, float[] t, float[] d, int n, double scale) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double q = 1 - (double) p[i];
            sum -= t[i] * Math.max(LOWEST_LOG, Math.log(p[i])) + (1 - t[i]) * Math.max(LOWEST_LOG, Math.log(q));
            d[i] = (float) (scale * ((double) p[i] - t[i]) / Math.max(SMALLEST_SPREAD, p[i] * q));
        }
        return sum;
    }
}
