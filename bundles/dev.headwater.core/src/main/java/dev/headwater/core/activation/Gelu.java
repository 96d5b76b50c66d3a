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
        if (form == Form.ERF) {
            for (int i = 0; i < n; i++) {
                double t = Transcendental.held(z[i]);
                a[i] = weighted(z[i], tail(t, Transcendental.exp(-t * t / 2)));
            }
        } else {
            for (int i = 0; i < n; i++) {
                double t = Transcendental.held(z[i]);
                double u = Transcendental.exp(-Math.abs(RATE * (t + CUBE * t * t * t)));
                a[i] = weighted(z[i], u / (1 + u));
            }
        }
    }

    @Override
    public void valueAndSlope(float[] z, float[] a, float[] d, int n) {
        if (form == Form.ERF) {
            for (int i = 0; i < n; i++) {
                double t = Transcendental.held(z[i]);
                double bell = Transcendental.exp(-t * t / 2);
                double tail = tail(t, bell);
                a[i] = weighted(z[i], tail);
                d[i] = (float) (share(t, tail) + t * Transcendental.NORMAL_PEAK * bell);
            }
        } else {
            for (int i = 0; i < n; i++) {
                double t = Transcendental.held(z[i]);
                double u = Transcendental.exp(-Math.abs(RATE * (t + CUBE * t * t * t)));
                double tail = u / (1 + u);
                a[i] = weighted(z[i], tail);
                d[i] = (float) (share(t, tail) + t * RATE * (1 + 3 * CUBE * t * t) * tail / (1 + u));
            }
        }
    }

    /** Φ(−|t|), given e^(−t²/2). */
    private static double tail(double t, double bell) {
        return bell * Transcendental.scaledErfc(Math.abs(t) * Transcendental.ROOT_HALF) / 2;
    }

    /** Φ(t), given Φ(−|t|). */
    private static double share(double t, double tail) {
        double positive = Transcendental.step(t);
        return positive * (1 - tail) + (1 - positive) * tail;
    }

    /** z Φ(z), given Φ(−|z|). */
    private static float weighted(float z, double tail) {
        return (float) (Math.max(0f, z) * (1 - tail) + Transcendental.held(Math.min(0f, z)) * tail);
    }
}
