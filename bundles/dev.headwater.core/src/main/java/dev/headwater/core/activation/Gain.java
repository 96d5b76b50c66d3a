package dev.headwater.core.activation;

/** The gain of an activation for which the field has agreed on none: 1 / √E[f(z)²] over a standard normal z. */
final class Gain {
    private static final double FAR = 8;
    private static final int INTERVALS = 4000;

    private Gain() {
    }

    /** By Simpson's rule over ±8; for the rectifier it would give √2. */
    static double of(Activation f) {
        double sum = 0;
        double h = 2 * FAR / INTERVALS;
        for (int i = 0; i <= INTERVALS; i++) {
            double z = -FAR + i * h;
            double value = f.value(z);
            double weight = i == 0 || i == INTERVALS ? 1 : i % 2 == 0 ? 2 : 4;
            sum += weight * value * value * StrictMath.exp(-z * z / 2);
        }
        return 1 / Math.sqrt(sum * h / 3 * Transcendental.NORMAL_PEAK);
    }
}
