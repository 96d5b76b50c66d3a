package dev.headwater.ui.inspector;

/** The steps that get a mark on an axis: multiples of 1, 2 or 5 times a power of ten. */
final class StepTicks {
    private StepTicks() {
    }

    /** The smallest such distance that divides a range into at most {@code most} parts. */
    static long distance(long range, int most) {
        long distance = 1;
        long[] factors = {2, 5, 10};
        for (long decade = 1; range / distance >= Math.max(1, most); decade *= 10) {
            for (int i = 0; i < factors.length && range / distance >= Math.max(1, most); i++) {
                distance = factors[i] * decade;
            }
        }
        return distance;
    }
}
