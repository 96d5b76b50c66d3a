package dev.headwater.core.engine;

import dev.headwater.core.optimizer.Clip;
import dev.headwater.core.optimizer.GradientNoise;

/**
 * What is done to gradients between their recording and the optimizer: clipping, then noise. Works on the tiles that the
 * optimizer reads, so the gradients themselves stay as they were backpropagated.
 */
final class Treatment {
    private final Clip clip;
    private final GradientNoise noise;
    private final NoiseSource[] sources;
    private final float[][] drawn;
    private final double[] scales;
    private double norm;
    private double clipped;
    private float deviation;

    Treatment(Parameters parameters, Clip clip, GradientNoise noise, int threads) {
        this.clip = clip;
        this.noise = noise;
        int entries = parameters.entries().size();
        scales = new double[entries];
        sources = new NoiseSource[noise.eta() == 0 ? 0 : entries];
        for (int k = 0; k < sources.length; k++) {
            Parameters.Entry entry = parameters.entries().get(k);
            sources[k] = new NoiseSource(entry.nodeId(), "gradient/" + entry.spec().name());
        }
        drawn = new float[threads][TilePool.TILE];
    }

    /** Begins the noise of a run. */
    void seed(long seed) {
        for (NoiseSource source : sources) {
            source.seed(seed);
        }
    }

    /** Whether the largest value of a gradient must be known, not just its norm. */
    boolean needsExtremes() {
        return clip instanceof Clip.Value;
    }

    /** Measures the gradients of the parameters that are trained, and decides what is done to them at this step. */
    void begin(long step, GradientPass gradients, boolean[] trained) {
        double squares = 0;
        int count = 0;
        for (int k = 0; k < scales.length; k++) {
            if (trained[k]) {
                squares += gradients.totals(k).squares();
                count++;
            }
        }
        norm = Math.sqrt(squares);
        clipped = 0;
        for (int k = 0; k < scales.length; k++) {
            scales[k] = trained[k] ? scale(gradients.totals(k)) : 1;
            clipped += scales[k] < 1 ? 1.0 / count : 0;
        }
        deviation = (float) noise.deviation(step);
        for (NoiseSource source : sources) {
            source.at(step);
        }
    }

    /** Below 1 where something is cut: of {@link Clip.Value} by how much the largest value is. */
    private double scale(Totals totals) {
        return switch (clip) {
            case Clip.None none -> 1;
            case Clip.Value value -> Math.min(1, value.threshold() / Math.max(totals.max(), -totals.min()));
            case Clip.Norm own -> Math.min(1, own.threshold() / totals.l2());
            case Clip.GlobalNorm all -> Math.min(1, all.threshold() / norm);
        };
    }

    /** Treats values [at, at + n) of the k-th parameter's gradient with the tools of one thread. */
    void apply(int k, int thread, int at, float[] g, int n) {
        if (scales[k] < 1) {
            if (clip instanceof Clip.Value value) {
                hold(g, (float) value.threshold(), n);
            } else {
                scale(g, scales[k], n);
            }
        }
        if (deviation > 0) {
            sources[k].normal(at, drawn[thread], n);
            add(g, drawn[thread], deviation, n);
        }
    }

    private static void hold(float[] g, float threshold, int n) {
        for (int i = 0; i < n; i++) {
            g[i] = Math.min(Math.max(g[i], -threshold), threshold);
        }
    }

    /** In double: the factor of an enormous gradient has no digits left in float. */
    private static void scale(float[] g, double factor, int n) {
        for (int i = 0; i < n; i++) {
            g[i] = (float) (g[i] * factor);
        }
    }

    private static void add(float[] g, float[] noise, float deviation, int n) {
        for (int i = 0; i < n; i++) {
            g[i] += deviation * noise[i];
        }
    }

    /** The norm of the gradient of all trained parameters together, before clipping. */
    double norm() {
        return norm;
    }

    /** The share of trained parameters whose gradient is cut. */
    double clipped() {
        return clipped;
    }
}
