package dev.headwater.core.loss;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.catalog.Weights;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.layer.Softmax;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.ShapeMismatch;
import dev.headwater.core.tensor.Tensor;
import java.util.List;

/**
 * The mean over the batch (and the steps that count) of −log p of the right class, which the target names by its index.
 * In general −Σ a_c log p_c, where class c has the weight w_c, smoothing ε, and a_c = ε w_c / C, for the right class y
 * more by (1 − ε) w_y; the sum is then divided by Σ w_y (PyTorch). Balanced, w_c = n / (C · n_c) for the n_c of n
 * examples that are of class c, so that all classes weigh the same together (King and Zeng 2001). From logits x,
 * p = softmax(x): gradient p Σ a − a, where for the right class p − 1 is summed from the other classes so that it does
 * not round to 0. From probabilities p is held at 1e-38.
 */
@Named(aliases = "cce", about = "mean of -log p(right class): for one of several classes, after a softmax")
public record CategoricalCrossEntropy(
        @Setting(about = "Share of the target that is spread evenly over all classes.", byDefault = "0", min = 0, max = 1, maxExclusive = true) double labelSmoothing,
        @Setting(about = "How much each class counts, in the order of the classes; all the same if empty; balanced: n / (classes * count) with the counts of the training part.", byDefault = "[]", min = 0, max = 1e30) Weights classWeights)
        implements ClassWeighted {
    /**
     * These settings.
     *
     * @throws IllegalArgumentException if every class weighs nothing
     */
    public CategoricalCrossEntropy {
        if (classWeights.size() > 0 && classWeights.values().stream().allMatch(weight -> weight == 0)) {
            throw new IllegalArgumentException("categorical-cross-entropy with classWeights of 0 alone learns nothing;"
                    + " give at least one class a weight above 0");
        }
    }

    /** The plain mean. */
    public CategoricalCrossEntropy() {
        this(0, Weights.NONE);
    }

    @Override
    public Shape targetShape(Shape output) {
        if (output.columns() < 2) {
            throw new ShapeMismatch("categorical-cross-entropy needs at least two units, the output is " + output
                    + "; for one sigmoid unit use binary-cross-entropy");
        }
        if (classWeights.size() > 0 && classWeights.size() != output.columns()) {
            throw new ShapeMismatch("categorical-cross-entropy has " + classWeights.size()
                    + " classWeights, but the output " + output + " has " + output.columns()
                    + " units; give one weight for each");
        }
        return output.withColumns(1);
    }

    @Override
    public Weights weights() {
        return classWeights;
    }

    @Override
    public ClassWeighted balanced(float[] targets, int units, List<String> classes) {
        int[] counts = new int[units];
        for (float target : targets) {
            counts[(int) target]++;
        }
        double[] weights = new double[units];
        for (int c = 0; c < units; c++) {
            if (counts[c] == 0) {
                throw new IllegalArgumentException("categorical-cross-entropy cannot balance its classWeights: "
                        + (c < classes.size() ? "the class " + classes.get(c) + " never occurs"
                                : "of its " + units + " units the data use only the first " + classes.size())
                        + "; give classWeights as numbers");
            }
            weights[c] = targets.length / ((double) units * counts[c]);
        }
        return new CategoricalCrossEntropy(labelSmoothing, Weights.of(weights));
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
        double[] weights = classWeights.toArray();
        double[] spread = new double[columns];
        double all = 0;
        for (int i = 0; i < columns; i++) {
            spread[i] = labelSmoothing / columns * (weights.length == 0 ? 1 : weights[i]);
            all += spread[i];
        }
        double spreadSum = all;
        RowLoss.Rows rows = (x, t, d, n, scale) -> {
            double sum = 0;
            for (int r = 0; r < n; r++) {
                int right = (int) t[r];
                double own = (1 - labelSmoothing) * (weights.length == 0 ? 1 : weights[right]);
                sum += fromLogits ? logits(x, d, r * columns, spread, spreadSum, right, own, scale)
                        : probabilities(x, d, r * columns, spread, right, own, scale);
            }
            return sum;
        };
        return new RowLoss(rows, output, target, gradient, 1, weights.length == 0 ? null : weights);
    }

    private static double logits(float[] x, float[] d, int from, double[] spread, double spreadSum, int right,
            double own, double scale) {
        int columns = spread.length;
        double max = x[from];
        for (int i = 1; i < columns; i++) {
            max = Math.max(max, x[from + i]);
        }
        double others = 0;
        double otherSpread = 0;
        for (int i = 0; i < columns; i++) {
            double e = Math.exp(x[from + i] - max);
            d[from + i] = (float) e;
            others += i == right ? 0 : e;
            otherSpread += i == right ? 0 : spread[i];
        }
        double sum = others + Math.exp(x[from + right] - max);
        double log = Math.log(sum) + max;
        double all = spreadSum + own;
        double loss = own * (log - x[from + right]);
        for (int i = 0; i < columns; i++) {
            loss += spread[i] == 0 ? 0 : spread[i] * (log - x[from + i]);
            d[from + i] = (float) (scale * (all * d[from + i] / sum - spread[i]));
        }
        d[from + right] = (float) (scale * (otherSpread - all * others / sum));
        return loss;
    }

    private static double probabilities(float[] p, float[] d, int from, double[] spread, int right, double own,
            double scale) {
        double loss = 0;
        for (int i = 0; i < spread.length; i++) {
            double share = spread[i] + (i == right ? own : 0);
            double held = Math.max(Float.MIN_NORMAL, p[from + i]);
            loss -= share * Math.log(held);
            d[from + i] = (float) (-scale * share / held);
        }
        return loss;
    }
}
