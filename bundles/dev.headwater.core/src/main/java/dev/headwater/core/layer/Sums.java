package dev.headwater.core.layer;

/**
 * Sums in double precision. Four at once and then their sum: Java keeps the order of additions, and each would have to
 * wait for the one before.
 */
final class Sums {
    private static final int LANES = 4;

    private Sums() {
    }

    /** Σ x. */
    static double of(float[] x, int from, int n) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            a += x[from + i];
            b += x[from + i + 1];
            c += x[from + i + 2];
            d += x[from + i + 3];
        }
        for (; i < n; i++) {
            a += x[from + i];
        }
        return a + b + (c + d);
    }

    /** Σ x. */
    static double of(double[] x, int from, int n) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            a += x[from + i];
            b += x[from + i + 1];
            c += x[from + i + 2];
            d += x[from + i + 3];
        }
        for (; i < n; i++) {
            a += x[from + i];
        }
        return a + b + (c + d);
    }

    /** Σ (x − center)². */
    static double ofSquares(float[] x, int from, int n, double center) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            double p = x[from + i] - center;
            double q = x[from + i + 1] - center;
            double r = x[from + i + 2] - center;
            double s = x[from + i + 3] - center;
            a += p * p;
            b += q * q;
            c += r * r;
            d += s * s;
        }
        for (; i < n; i++) {
            double p = x[from + i] - center;
            a += p * p;
        }
        return a + b + (c + d);
    }

    /** Σ x y. */
    static double ofProducts(double[] x, double[] y, int n) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            a += x[i] * y[i];
            b += x[i + 1] * y[i + 1];
            c += x[i + 2] * y[i + 2];
            d += x[i + 3] * y[i + 3];
        }
        for (; i < n; i++) {
            a += x[i] * y[i];
        }
        return a + b + (c + d);
    }

    /** Σ x y of two stretches that begin at the same place. */
    static double ofProducts(float[] x, float[] y, int from, int n) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        int end = from + n;
        for (; i <= end - LANES; i += LANES) {
            a += (double) x[i] * y[i];
            b += (double) x[i + 1] * y[i + 1];
            c += (double) x[i + 2] * y[i + 2];
            d += (double) x[i + 3] * y[i + 3];
        }
        for (; i < end; i++) {
            a += (double) x[i] * y[i];
        }
        return a + b + (c + d);
    }
}
