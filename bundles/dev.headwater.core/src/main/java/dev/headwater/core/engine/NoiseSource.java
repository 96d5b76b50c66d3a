package dev.headwater.core.engine;

import dev.headwater.core.layer.Noise;
import dev.headwater.core.layer.Pass;
import dev.headwater.core.tensor.Seeds;

/** Counter-based noise: SplitMix64 of (key(seed, node, purpose) + step · 2³² + element). Draws allocate nothing. */
final class NoiseSource implements Noise {
    private static final double UNIT = 0x1p-24;
    private static final double LOW = 0.02425;

    private final String node;
    private final String purpose;
    private long key;
    private long base;
    private int first;

    NoiseSource(String node, String purpose) {
        this.node = node;
        this.purpose = purpose;
    }

    /** Begins the streams of a run with this seed. */
    void seed(long seed) {
        key = Seeds.mix(seed, "noise", node, purpose);
    }

    @Override
    public void at(Pass pass) {
        base = key + (pass.step() << 32);
        first = pass.noiseRow();
    }

    /** Goes to a step, for the values of one tensor that is no batch. */
    void at(long step) {
        base = key + (step << 32);
        first = 0;
    }

    /** Fills with normally distributed numbers for the values of such a tensor from this one on. */
    void normal(long element, float[] into, int n) {
        for (int i = 0; i < n; i++) {
            into[i] = (float) quantile(((Seeds.splitMix64(base + element + i) >>> 11) + 0.5) * 0x1p-53);
        }
    }

    private long bits(int example, int n, int i) {
        return Seeds.splitMix64(base + ((long) first + example) * n + i);
    }

    @Override
    public void uniform(int example, float[] into, int n) {
        for (int i = 0; i < n; i++) {
            into[i] = (float) ((bits(example, n, i) >>> 40) * UNIT);
        }
    }

    @Override
    public void normal(int example, float[] into, int n) {
        for (int i = 0; i < n; i++) {
            into[i] = (float) quantile(((bits(example, n, i) >>> 11) + 0.5) * 0x1p-53);
        }
    }

    /**
     * The inverse of the normal distribution function by P. J. Acklam's rational approximation (2003), relative error
     * below 1.2e-9. Unlike Box and Muller's way it needs no cosine, whose last bit may differ between machines.
     */
    static double quantile(double p) {
        if (p < LOW) {
            return tail(Math.sqrt(-2 * StrictMath.log(p)));
        }
        if (p > 1 - LOW) {
            return -tail(Math.sqrt(-2 * StrictMath.log(1 - p)));
        }
        double q = p - 0.5;
        double r = q * q;
        return (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r
                + 1.383577518672690e+02) * r - 3.066479806614716e+01) * r + 2.506628277459239e+00) * q
                / (((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r
                        + 6.680131188771972e+01) * r - 1.328068155288572e+01) * r + 1);
    }

    private static double tail(double q) {
        return (((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838e+00) * q
                - 2.549732539343734e+00) * q + 4.374664141464968e+00) * q + 2.938163982698783e+00)
                / ((((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996e+00) * q
                        + 3.754408661907416e+00) * q + 1);
    }
}
