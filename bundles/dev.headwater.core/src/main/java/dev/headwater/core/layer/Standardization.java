package dev.headwater.core.layer;

import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.Arrays;

/**
 * The arithmetic of the layers that normalize every example by itself, segment by segment: y = γ x̂ + β with
 * x̂ = (x − μ) / √(σ² + ε), or x̂ = x / √(mean x² + ε) without centering. Backward, with g = γ dy and means over the
 * segment: dx = (g − mean g − x̂ · mean(g x̂)) / √(σ² + ε), the mean of g only where x is centered.
 * Steps that are padding count nowhere and become 0.
 */
final class Standardization implements Kernel {
    private final Segments at;
    private final double epsilon;
    private final boolean centered;
    /** Of every segment of every example of this part: mean and 1 / √(σ² + ε). */
    private final double[] statistics;
    /** Of the run at hand: x̂ and g. */
    private final double[] normal;
    private final double[] reached;
    private final Sweep forward;
    private final Sweep backward;
    private final Shape shape;
    private Pass current;

    /** {@code scale} and {@code shift} say whether there are parameters {@code weight} and {@code bias}. */
    Standardization(Place place, Segments at, boolean centered, double epsilon, Shape parameters, boolean scale,
            boolean shift) {
        this.at = at;
        this.centered = centered;
        this.epsilon = epsilon;
        Tensor x = place.input(0);
        shape = x.shape();
        Tensor dy = place.outputGradient();
        Tensor gamma = scale ? place.parameter("weight") : place.buffer("ones", parameters, 1);
        Tensor beta = shift ? place.parameter("bias") : place.buffer("zeros", parameters);
        Tensor dGamma = scale ? place.gradient("weight") : place.buffer("scale-gradient", parameters);
        Tensor dBeta = shift ? place.gradient("bias") : place.buffer("shift-gradient", parameters);
        statistics = new double[2 * at.count() * x.rows()];
        normal = new double[at.width()];
        reached = new double[at.width()];
        forward = place.each((w, r, i) -> forward(r[0], r[1], r[2], w[0], i), new Tensor[] {place.output()}, x, gamma,
                beta);
        if (place.needsInputGradient(0)) {
            backward = place.each((w, r, i) -> backward(r[0], r[1], r[2], w[0], w[1], w[2], i),
                    new Tensor[] {dGamma, dBeta, place.inputGradient(0)}, x, dy, gamma);
        } else {
            // On data, without scale and shift, nothing learns and there is no gradient.
            backward = !scale && !shift ? Sweep.NONE
                    : place.each((w, r, i) -> backward(r[0], r[1], r[2], w[0], w[1], null, i),
                            new Tensor[] {dGamma, dBeta}, x, dy, gamma);
        }
    }

    private void forward(float[] x, float[] gamma, float[] beta, float[] y, int example) {
        int counted = Steps.counted(shape, example, current);
        Arrays.fill(y, counted, shape.size(), 0f);
        int rows = at.rows(counted);
        for (int s = 0; s < at.count(); s++) {
            int width = at.width(s, counted);
            if (rows * width == 0) {
                continue; // all of it is padding
            }
            double n = (double) rows * width;
            double mean = 0;
            for (int r = 0; r < rows && centered; r++) {
                mean += Sums.of(x, at.from(s, r), width);
            }
            mean /= n;
            double squares = 0;
            for (int r = 0; r < rows; r++) {
                squares += Sums.ofSquares(x, at.from(s, r), width, mean);
            }
            double inverse = 1 / Math.sqrt(squares / n + epsilon);
            statistics[2 * (example * at.count() + s)] = mean;
            statistics[2 * (example * at.count() + s) + 1] = inverse;
            for (int r = 0; r < rows; r++) {
                normalize(x, at.from(s, r), width, mean, inverse);
                scale(gamma, beta, s * at.ahead(), y, at.from(s, r), width);
            }
        }
    }

    /** Adds to {@code dGamma} and {@code dBeta}, which began at 0; {@code dx} is {@code null} if nobody needs it. */
    private void backward(float[] x, float[] dy, float[] gamma, float[] dGamma, float[] dBeta, float[] dx,
            int example) {
        int counted = Steps.counted(shape, example, current);
        if (dx != null) {
            Arrays.fill(dx, counted, shape.size(), 0f);
        }
        int rows = at.rows(counted);
        for (int s = 0; s < at.count(); s++) {
            int width = at.width(s, counted);
            if (rows * width == 0) {
                continue;
            }
            double n = (double) rows * width;
            double mean = statistics[2 * (example * at.count() + s)];
            double inverse = statistics[2 * (example * at.count() + s) + 1];
            double sum = 0;
            double dot = 0;
            for (int r = 0; r < rows; r++) {
                int from = at.from(s, r);
                normalize(x, from, width, mean, inverse);
                learn(dy, from, dGamma, dBeta, s * at.ahead(), width);
                reach(dy, from, gamma, s * at.ahead(), width);
                sum += Sums.of(reached, 0, width);
                dot += Sums.ofProducts(reached, normal, width);
            }
            for (int r = 0; r < rows && dx != null; r++) {
                int from = at.from(s, r);
                normalize(x, from, width, mean, inverse);
                reach(dy, from, gamma, s * at.ahead(), width);
                descend(dx, from, width, centered ? sum / n : 0, dot / n, inverse);
            }
        }
    }

    // Short loops, one a method: longer ones, and several in one method, are not vectorized.

    /** x̂ of a run. */
    private void normalize(float[] x, int from, int width, double mean, double inverse) {
        double[] into = normal;
        for (int i = 0; i < width; i++) {
            into[i] = (x[from + i] - mean) * inverse;
        }
    }

    /** y = γ x̂ + β. */
    private void scale(float[] gamma, float[] beta, int first, float[] y, int from, int width) {
        double[] read = normal;
        for (int i = 0; i < width; i++) {
            y[from + i] = (float) (read[i] * gamma[first + i] + beta[first + i]);
        }
    }

    private void learn(float[] dy, int from, float[] dGamma, float[] dBeta, int first, int width) {
        double[] read = normal;
        for (int i = 0; i < width; i++) {
            dGamma[first + i] += (float) (dy[from + i] * read[i]);
        }
        for (int i = 0; i < width; i++) {
            dBeta[first + i] += dy[from + i];
        }
    }

    /** g = γ dy. */
    private void reach(float[] dy, int from, float[] gamma, int first, int width) {
        double[] into = reached;
        for (int i = 0; i < width; i++) {
            into[i] = (double) dy[from + i] * gamma[first + i];
        }
    }

    private void descend(float[] dx, int from, int width, double meanG, double slope, double inverse) {
        double[] g = reached;
        double[] read = normal;
        for (int i = 0; i < width; i++) {
            dx[from + i] = (float) (inverse * (g[i] - meanG - read[i] * slope));
        }
    }

    @Override
    public void forward(Pass pass) {
        current = pass;
        forward.run(pass.rows());
    }

    @Override
    public void backward(Pass pass) {
        current = pass;
        backward.run(pass.rows());
    }
}
