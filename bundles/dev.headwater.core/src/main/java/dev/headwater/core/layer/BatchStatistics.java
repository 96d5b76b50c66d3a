package dev.headwater.core.layer;

import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.Arrays;

/**
 * The arithmetic of {@link BatchNorm}. The sums of both passes are over the whole batch, in double, and with them the
 * number of positions that count; everything else is one sweep over this part.
 */
final class BatchStatistics implements Gathering {
    private static final int LANES = 1024;

    private final BatchNorm settings;
    private final int channels;
    private final Tensor x;
    private final Tensor y;
    private final Tensor dx;
    private final Tensor gamma;
    private final Tensor beta;
    private final Tensor dGamma;
    private final Tensor dBeta;
    private final Tensor runningMean;
    private final Tensor runningVariance;
    private final Tensor mean;
    private final Tensor factor;
    private final Tensor shift;
    private final Tensor dMean;
    private final Tensor dSlope;
    private final double[] forwardSums;
    private final double[] backwardSums;
    /** Σ x and Σ x², then Σ dy and Σ dy x̂, of this part. */
    private final double[] first;
    private final double[] second;
    /** Several positions side by side, so that loops over few channels are long enough to vectorize. */
    private final int lane;
    private final double[] sumLanes;
    private final double[] productLanes;
    private final double[] meanLanes;
    private final double[] inverse;
    private final double[] means;
    private final Sweep sum;
    private final Sweep normalize;
    private final Sweep sumBack;
    private final Sweep back;
    private Pass current;

    BatchStatistics(Place place, BatchNorm settings) {
        this.settings = settings;
        x = place.input(0);
        y = place.output();
        dx = place.needsInputGradient(0) ? place.inputGradient(0) : null;
        Tensor dy = place.outputGradient();
        channels = x.columns();
        Shape one = Shape.of(channels);
        gamma = settings.scale() ? place.parameter("weight") : null;
        dGamma = settings.scale() ? place.gradient("weight") : null;
        beta = settings.shift() ? place.parameter("bias") : null;
        dBeta = settings.shift() ? place.gradient("bias") : null;
        runningMean = place.state("running_mean");
        runningVariance = place.state("running_var");
        mean = place.buffer("mean", one);
        factor = place.buffer("factor", one);
        shift = place.buffer("shift", one);
        dMean = place.buffer("gradient-mean", one);
        dSlope = place.buffer("gradient-slope", one);
        forwardSums = new double[2 * channels + 1];
        backwardSums = new double[2 * channels];
        first = new double[channels];
        second = new double[channels];
        lane = Math.max(1, LANES / channels) * channels;
        sumLanes = new double[lane];
        productLanes = new double[lane];
        meanLanes = new double[lane];
        inverse = new double[channels];
        means = new double[channels];
        sum = place.each((w, r, i) -> sum(r[0], positions(i)), new Tensor[0], x);
        // On data, without scale and shift, nothing learns and there is no gradient.
        sumBack = dy == null ? Sweep.NONE : place.each((w, r, i) -> sumBack(r[0], r[1], positions(i)), new Tensor[0], x,
                dy);
        normalize = place.sweep((w, r, n) -> normalize(r[0], r[1], r[2], r[3], w[0], n), new Tensor[] {y},
                x, mean, factor, shift);
        back = dx != null
                ? place.sweep((w, r, n) -> back(r[0], r[1], r[2], r[3], r[4], r[5], w[0], n),
                        new Tensor[] {dx}, dy, x, mean, factor, dMean, dSlope)
                : Sweep.NONE;
    }

    @Override
    public double[] forwardSums() {
        return forwardSums;
    }

    @Override
    public double[] backwardSums() {
        return backwardSums;
    }

    @Override
    public void gatherForward(Pass pass) {
        gather(sum, forwardSums, pass);
        double count = 0;
        for (int example = 0; example < pass.rows(); example++) {
            count += positions(example);
        }
        forwardSums[2 * channels] = count;
    }

    /** The gradients of the parameters are this part's alone: the engine adds those of the parts itself. */
    @Override
    public void gatherBackward(Pass pass) {
        for (int i = 0; i < lane; i++) {
            meanLanes[i] = means[i % channels];
        }
        gather(sumBack, backwardSums, pass);
        for (int c = 0; c < channels; c++) {
            second[c] *= count() == 0 ? 0 : inverse[c];
            backwardSums[channels + c] = second[c];
            if (dGamma != null) {
                dGamma.data().put(c, (float) second[c]);
            }
            if (dBeta != null) {
                dBeta.data().put(c, (float) first[c]);
            }
        }
    }

    private void gather(Sweep sweep, double[] into, Pass pass) {
        current = pass;
        Arrays.fill(sumLanes, 0);
        Arrays.fill(productLanes, 0);
        sweep.run(pass.rows());
        fold(sumLanes, first);
        fold(productLanes, second);
        System.arraycopy(first, 0, into, 0, channels);
        System.arraycopy(second, 0, into, channels, channels);
    }

    /** Adds up the lanes of each channel. */
    private void fold(double[] lanes, double[] sums) {
        System.arraycopy(lanes, 0, sums, 0, channels);
        for (int at = channels; at < lane; at += channels) {
            for (int c = 0; c < channels; c++) {
                sums[c] += lanes[at + c];
            }
        }
    }

    /** How many positions of an example count. */
    private int positions(int example) {
        return Steps.counted(x.shape(), example, current) / channels;
    }

    /** How many positions count in the whole batch. */
    private double count() {
        return forwardSums[2 * channels];
    }

    private void sum(float[] values, int positions) {
        int end = positions * channels;
        for (int at = 0; at < end; at += lane) {
            sum(values, at, sumLanes, productLanes, Math.min(lane, end - at));
        }
    }

    private static void sum(float[] x, int from, double[] sums, double[] squares, int n) {
        for (int i = 0; i < n; i++) {
            sums[i] += x[from + i];
        }
        for (int i = 0; i < n; i++) {
            double v = x[from + i];
            squares[i] += v * v;
        }
    }

    private void sumBack(float[] values, float[] dy, int positions) {
        int end = positions * channels;
        for (int at = 0; at < end; at += lane) {
            sumBack(values, dy, at, meanLanes, sumLanes, productLanes, Math.min(lane, end - at));
        }
    }

    private static void sumBack(float[] x, float[] dy, int from, double[] mean, double[] sums, double[] dots, int n) {
        for (int i = 0; i < n; i++) {
            sums[i] += dy[from + i];
        }
        for (int i = 0; i < n; i++) {
            dots[i] += dy[from + i] * (x[from + i] - mean[i]);
        }
    }

    @Override
    public void forward(Pass pass) {
        double n = count();
        for (int c = 0; c < channels; c++) {
            double variance;
            if (pass.training()) {
                means[c] = forwardSums[c] / n;
                variance = variance(c, n);
            } else {
                means[c] = runningMean.data().get(c);
                variance = runningVariance.data().get(c);
            }
            inverse[c] = 1 / Math.sqrt(variance + settings.epsilon());
            mean.data().put(c, (float) means[c]);
            factor.data().put(c, (float) (inverse[c] * (gamma == null ? 1 : gamma.data().get(c))));
            shift.data().put(c, beta == null ? 0 : beta.data().get(c));
        }
        normalize.run(pass.rows());
        Steps.clearPadding(y, pass);
    }

    /** Biased; a difference of two nearly equal numbers is held at 0, but a NaN stays one. */
    private double variance(int c, double n) {
        double m = forwardSums[c] / n;
        double variance = forwardSums[channels + c] / n - m * m;
        return variance < 0 ? 0 : variance;
    }

    private static void normalize(float[] x, float[] mean, float[] factor, float[] shift, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = (x[i] - mean[i]) * factor[i] + shift[i];
        }
    }

    /** Statistics that are frozen, as in an evaluation, do not answer to x: dx = γ / √(σ² + ε) · dy. */
    @Override
    public void backward(Pass pass) {
        double n = count();
        for (int c = 0; c < channels; c++) {
            double m = pass.training() ? backwardSums[c] / n : 0;
            double slope = pass.training() ? backwardSums[channels + c] / n * inverse[c] : 0;
            dMean.data().put(c, (float) m);
            dSlope.data().put(c, (float) slope);
        }
        back.run(pass.rows());
        if (dx != null) {
            Steps.clearPadding(dx, pass);
        }
    }

    private static void back(float[] dy, float[] x, float[] mean, float[] factor, float[] dMean, float[] dSlope,
            float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            dx[i] = factor[i] * (dy[i] - dMean[i] - (x[i] - mean[i]) * dSlope[i]);
        }
    }

    /** A single value has no unbiased variance, so it leaves the running one as it is; none leaves both. */
    @Override
    public void settle(Pass pass) {
        double n = count();
        for (int c = 0; n > 0 && c < channels; c++) {
            mix(runningMean, c, forwardSums[c] / n);
            if (n > 1) {
                mix(runningVariance, c, variance(c, n) * n / (n - 1));
            }
        }
    }

    private void mix(Tensor running, int c, double now) {
        double old = running.data().get(c);
        running.data().put(c, (float) ((1 - settings.momentum()) * old + settings.momentum() * now));
    }
}
