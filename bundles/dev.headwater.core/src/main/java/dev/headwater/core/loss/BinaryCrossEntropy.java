package dev.headwater.core.loss;

import dev.headwater.core.activation.Sigmoid;
import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.catalog.Weights;
import dev.headwater.core.layer.Activation;
import dev.headwater.core.layer.Dense;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.ShapeMismatch;
import dev.headwater.core.tensor.Tensor;
import java.util.List;

/**
 * The mean over all elements of −w t log p − (1 − t) log(1 − p). From logits z, p = σ(z): w t log(1 + e^−z) +
 * (1 − t) log(1 + e^z), gradient (1 − t) σ(z) − w t σ(−z). From probabilities the logarithms are held at −100 as PyTorch
 * does. The weight w of yes is PyTorch's pos_weight: it does not enter what the mean is divided by. Balanced, it is the
 * number of noes for every yes: the quotient of n / (2 · yes) and n / (2 · no). Smoothing ε makes of a target t
 * (1 − ε) t + ε/2.
 */
@Named(aliases = "bce", about = "mean of -t log p - (1 - t) log(1 - p): for yes and no, after a sigmoid")
public record BinaryCrossEntropy(
        @Setting(about = "How far targets are moved from 0 and 1 toward 1/2.", byDefault = "0", min = 0, max = 1, maxExclusive = true) double labelSmoothing,
        @Setting(about = "How much a yes counts against a no: one number, or one for each unit; balanced: as many as there are noes for every yes of the unit in the training part.", byDefault = "[]", min = 0, max = 1e30) Weights positiveWeights)
        implements ClassWeighted {
    private static final double LOWEST_LOG = -100;
    private static final double SMALLEST_SPREAD = 1e-12;

    /** The plain mean. */
    public BinaryCrossEntropy() {
        this(0, Weights.NONE);
    }

    @Override
    public Shape targetShape(Shape output) {
        if (positiveWeights.size() > 1 && positiveWeights.size() != output.columns()) {
            throw new ShapeMismatch("binary-cross-entropy has " + positiveWeights.size()
                    + " positiveWeights, but the output " + output + " has " + output.columns()
                    + (output.columns() == 1 ? " unit" : " units") + "; give one weight, or one for each unit");
        }
        return output;
    }

    @Override
    public Weights weights() {
        return positiveWeights;
    }

    @Override
    public ClassWeighted balanced(float[] targets, int units, List<String> classes) {
        double[] weights = new double[units];
        for (int unit = 0; unit < units; unit++) {
            double yes = 0;
            double no = 0;
            for (int i = unit; i < targets.length; i += units) {
                yes += targets[i];
                no += 1 - (double) targets[i];
            }
            if (yes <= 0 || no <= 0) {
                throw new IllegalArgumentException("binary-cross-entropy cannot balance its positiveWeights: "
                        + never(yes <= 0 ? 1 : 0, unit, units, classes)
                        + " never occurs; give positiveWeights as numbers");
            }
            weights[unit] = no / yes;
        }
        return new BinaryCrossEntropy(labelSmoothing, Weights.of(weights));
    }

    private static String never(int which, int unit, int units, List<String> classes) {
        return classes.size() == 2 ? "the class " + classes.get(which)
                : "the target " + which + (units == 1 ? "" : " of unit " + (unit + 1));
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
        double[] given = positiveWeights.toArray();
        double[] weights = new double[columns];
        for (int i = 0; i < columns; i++) {
            weights[i] = given.length == 0 ? 1 : given[i % given.length];
        }
        RowLoss.Rows rows = fromLogits
                ? (z, t, d, n, scale) -> logits(z, t, d, n * columns, weights, scale)
                : (p, t, d, n, scale) -> probabilities(p, t, d, n * columns, weights, scale);
        return new RowLoss(rows, output, target, gradient, columns);
    }

    private double logits(float[] z, float[] t, float[] d, int n, double[] weights, double scale) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double e = Math.exp(-Math.abs((double) z[i]));
            double near = 1 / (1 + e);
            double far = e / (1 + e);
            double bend = Math.log1p(e);
            double no = no(t[i]);
            double yes = yes(t[i]) * weights[i % weights.length];
            sum += no * (Math.max(z[i], 0) + bend) + yes * (Math.max(-z[i], 0) + bend);
            d[i] = (float) (scale * (no * (z[i] > 0 ? near : far) - yes * (z[i] > 0 ? far : near)));
        }
        return sum;
    }

    private double probabilities(float[] p, float[] t, float[] d, int n, double[] weights, double scale) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double q = 1 - (double) p[i];
            double no = no(t[i]);
            double yes = yes(t[i]) * weights[i % weights.length];
            sum -= yes * Math.max(LOWEST_LOG, Math.log(p[i])) + no * Math.max(LOWEST_LOG, Math.log(q));
            d[i] = (float) (scale * (no * p[i] - yes * q) / Math.max(SMALLEST_SPREAD, p[i] * q));
        }
        return sum;
    }

    /** The share of yes in a target, after smoothing. */
    private double yes(double t) {
        return (1 - labelSmoothing) * t + labelSmoothing / 2;
    }

    /** The share of no; not 1 − yes, which would round away a small one. */
    private double no(double t) {
        return (1 - labelSmoothing) * (1 - t) + labelSmoothing / 2;
    }
}
