package dev.headwater.core.optimizer;

/** Powers that are the same on every machine and allocate nothing. */
final class Power {
    private Power() {
    }

    /** By squaring: {@code StrictMath.pow} allocates, {@code Math.pow} may differ from one machine to another. */
    static double of(double base, long exponent) {
        double result = 1;
        double square = base;
        for (long left = exponent; left > 0; left >>= 1) {
            result *= (left & 1) == 1 ? square : 1;
            square *= square;
        }
        return result;
    }

    /** The same for any exponent of a positive base. */
    static double of(double base, double exponent) {
        return StrictMath.exp(exponent * StrictMath.log(base));
    }
}
