package dev.headwater.core.law;

import java.util.function.ToDoubleFunction;

/** Gradients by central differences with steps h and h/2 and Richardson's extrapolation. */
final class CentralDifference {
    private static final double H = 1e-4;
    private static final double SMOOTH = 1e-7;

    private CentralDifference() {
    }

    /** The gradient of f at x, or {@code null} if the two estimates say that x sits on a kink. */
    static double[] gradient(double[] x, ToDoubleFunction<double[]> f) {
        double[] coarse = new double[x.length];
        double[] fine = new double[x.length];
        double largest = 0;
        double apart = 0;
        for (int i = 0; i < x.length; i++) {
            coarse[i] = difference(x, i, H, f);
            fine[i] = difference(x, i, H / 2, f);
            largest = Math.max(largest, Math.abs(fine[i]));
            apart = Math.max(apart, Math.abs(fine[i] - coarse[i]));
        }
        if (apart > SMOOTH * largest) {
            return null;
        }
        for (int i = 0; i < x.length; i++) {
            fine[i] = (4 * fine[i] - coarse[i]) / 3;
        }
        return fine;
    }

    private static double difference(double[] x, int i, double h, ToDoubleFunction<double[]> f) {
        double old = x[i];
        x[i] = old + h;
        double up = f.applyAsDouble(x);
        x[i] = old - h;
        double down = f.applyAsDouble(x);
        x[i] = old;
        return (up - down) / (2 * h);
    }
}
