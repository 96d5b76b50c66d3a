package dev.headwater.core.activation;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;

/**
 * The Gaussian error linear unit (Hendrycks and Gimpel 2016). Form erf: f(z) = z Φ(z), f' = Φ(z) + z φ(z), where Φ and φ
 * are distribution and density of the standard normal. Form tanh: its approximation
 * f(z) = z (1 + tanh v) / 2 = z σ(2v) with v = √(2/π) (z + 0.044715 z³).
 */
@Named(about = "f(z) = z * P(N(0,1) < z): a smooth ReLU that dips below 0; usual in transformers")
public record Gelu(
        @Setting(about = "Exact, by the error function, or the approximation by tanh.", byDefault = "erf") Form form)
        implements Activation {
    /** How Φ is computed. */
    public enum Form {
        /** By the error function. */
        ERF,
        /** By tanh of a cubic. */
        TANH
    }

    private static final double STEEPEST_ERF = 1.12890414518515478634074444226;
    private static final double STEEPEST_TANH = 1.12899306865877176545590447040;
    /** 2 √(2/π). */
    private static final double RATE = 1.5957691216057308;
    private static final double CUBE = 0.044715;
    private static final float PEAK = (float) Transcendental.NORMAL_PEAK;
    /** Farther out Φ(−|z|) has long underflowed. */
    private static final float FAR = 1e3f;
    /** Each thread's copy of z where the slope overwrites it: both results at once would be too long a loop. */
    private static final ThreadLocal<float[]> KEPT = ThreadLocal.withInitial(() -> new float[0]);

    @Override
    public double value(double z) {
        return z * share(z);
    }

    @Override
    public double slope(double z) {
        double t = Transcendental.held(z);
        if (form == Form.ERF) {
            return share(z) + t * Transcendental.NORMAL_PEAK * Math.exp(-t * t / 2);
        }
        double e = Math.exp(-Math.abs(RATE * (t + CUBE * t * t * t)));
        return share(z) + t * RATE * (1 + 3 * CUBE * t * t) * e / ((1 + e) * (1 + e));
    }

    /** Φ(z), or what stands for it. */
    private double share(double z) {
        double t = Transcendental.held(z);
        if (form == Form.ERF) {
            double x = Math.abs(t) * Transcendental.ROOT_HALF;
            double tail = Math.exp(-x * x) * Transcendental.scaledErfc(x) / 2;
            return t > 0 ? 1 - tail : tail;
        }
        return 1 / (1 + Math.exp(-RATE * (t + CUBE * t * t * t)));
    }

    @Override
    public double steepest() {
        return form == Form.ERF ? STEEPEST_ERF : STEEPEST_TANH;
    }

    @Override
    public void value(float[] z, float[] a, int n) {
        tails(z, a, n);
        weigh(z, a, n);
    }

    @Override
    public void valueAndSlope(float[] z, float[] a, float[] d, int n) {
        if (form == Form.TANH) {
            tails(z, a, n);
            tanh(z, a, d, n);
        } else if (d == z) {
            float[] kept = kept(n);
            System.arraycopy(z, 0, kept, 0, n);
            valueAndSlope(kept, a, d, n);
        } else {
            tails(z, a, n);
            erfSlopes(z, a, d, n);
            weigh(z, a, n);
        }
    }

    private static float[] kept(int n) {
        float[] kept = KEPT.get();
        if (kept.length < n) {
            kept = new float[n];
            KEPT.set(kept);
        }
        return kept;
    }

    // Short loops, one a method: longer ones, and several in one method, are not vectorized.

    /** a = Φ(−|z|). */
    private void tails(float[] z, float[] a, int n) {
        if (form == Form.ERF) {
            bell(z, a, n);
            bellTails(z, a, n);
        } else {
            cubic(z, a, n);
            cubicTails(a, n);
        }
    }

    /** Slopes from Φ(−|z|), from which the density comes back, φ(z) = √(2/π) Φ(−|z|) / erfcx(|z| / √2). */
    private static void erfSlopes(float[] z, float[] tail, float[] d, int n) {
        for (int i = 0; i < n; i++) {
            float w = Math.min(FAR, Math.abs(z[i]));
            float x = w * (float) Transcendental.ROOT_HALF;
            float below = tail[i] * (1f - w * (2 * PEAK) * (1f + 2f * x) / polynomial(x));
            float positive = Exponential.step(z[i]);
            d[i] = positive + (1f - 2f * positive) * below;
        }
    }

    /** Turns Φ(−|z|) into z Φ(z). */
    private static void weigh(float[] z, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = weighted(z[i], a[i]);
        }
    }

    /** Value and slope from Φ(−|z|) = σ(−|2v|), whose complement is σ(|2v|). */
    private static void tanh(float[] z, float[] a, float[] d, int n) {
        for (int i = 0; i < n; i++) {
            float t = z[i];
            float tail = a[i];
            float h = Exponential.held(t);
            a[i] = weighted(t, tail);
            d[i] = share(t, tail) + h * (1f + (float) (3 * CUBE) * h * h) * (float) RATE * (1f - tail) * tail;
        }
    }

    /** m = e^(z²/2) − 1, of which Φ(−|z|) = e^(−z²/2) erfcx(|z| / √2) / 2 comes next. */
    private static void bell(float[] z, float[] m, int n) {
        for (int i = 0; i < n; i++) {
            m[i] = 0.5f * z[i] * z[i];
        }
        Exponential.minusOneOfAbs(m, n);
    }

    private static void bellTails(float[] z, float[] m, int n) {
        for (int i = 0; i < n; i++) {
            float x = Math.min(FAR, Math.abs(z[i])) * (float) Transcendental.ROOT_HALF;
            m[i] = polynomial(x) / ((2f + 4f * x) * (m[i] + 1f));
        }
    }

    private static void cubicTails(float[] m, int n) {
        for (int i = 0; i < n; i++) {
            m[i] = 1f / (m[i] + 2f);
        }
    }

    /** m = e^|2v| − 1. */
    private static void cubic(float[] z, float[] m, int n) {
        for (int i = 0; i < n; i++) {
            m[i] = (float) RATE * (z[i] + (float) CUBE * z[i] * z[i] * z[i]);
        }
        Exponential.minusOneOfAbs(m, n);
    }

    /** (1 + 2x) erfcx(x) as {@link Transcendental#scaledErfc} has it, with as many terms as a float can tell. */
    private static float polynomial(float x) {
        float y = (x - 3.75f) / (x + 3.75f);
        return 1.23751262f + y * (-0.140243066f + y * (0.00358627039f + y * (0.0823265701f + y * (-0.10881427f + y
                * (0.0920211291f + y * (-0.0586468587f + y * (0.0290255734f + y * (-0.00984449486f + y * (0.00105959116f
                        + y * (0.000396307613f))))))))));
    }

    /** Φ(z), given Φ(−|z|). */
    private static float share(float z, float tail) {
        float positive = Exponential.step(z);
        return positive + (1f - 2f * positive) * tail;
    }

    /** z Φ(z), given Φ(−|z|). */
    private static float weighted(float z, float tail) {
        return Math.max(0f, z) * (1f - tail) + Exponential.below(z) * tail;
    }
}
