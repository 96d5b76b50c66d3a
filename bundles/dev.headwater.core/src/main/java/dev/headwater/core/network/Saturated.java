package dev.headwater.core.network;

/** Sums and products of counts that stop at the largest long instead of wrapping around. */
final class Saturated {
    private Saturated() {
    }

    /** a + b for counts that are not negative. */
    static long plus(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** a · b for counts that are not negative. */
    static long times(long a, long b) {
        return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
    }
}
