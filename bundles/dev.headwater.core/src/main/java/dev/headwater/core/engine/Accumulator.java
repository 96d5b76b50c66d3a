package dev.headwater.core.engine;

import java.util.Arrays;

/**
 * Moments of a stretch of memory. Sums and sums of squares run in double lanes: squares of floats below 1e-19 would
 * underflow, and the norm of a vanished gradient would come out as 0. Extremes and zeros are found in the bits: seen as
 * integers with the magnitude of negative ones turned over, floats keep their order. Every loop is a line or two long, so
 * that it vectorizes.
 */
final class Accumulator {
    /** Values at once. */
    static final int STRIP = 1024;
    /** Sums that run side by side: few, for of a small tensor adding them up at the end is most of the work. */
    static final int LANES = 256;
    private static final int MAGNITUDE = 0x7fffffff;
    private static final int INFINITY = 0x7f800000;

    private final double[] sum = new double[LANES];
    private final double[] squares = new double[LANES];
    private final float[] strip = new float[STRIP];
    private final int[] bits = new int[STRIP];
    private int highest;
    private int lowest;
    private int smallest;
    private int nonzero;

    /** All moments of {@code size} values from {@code from} on. */
    void measure(Memory memory, int from, int size, Totals into) {
        int used = Math.min(size, LANES);
        Arrays.fill(sum, 0, used, 0);
        Arrays.fill(squares, 0, used, 0);
        highest = Integer.MIN_VALUE;
        lowest = Integer.MAX_VALUE;
        nonzero = 0;
        for (int at = 0; at < size; at += STRIP) {
            int n = Math.min(STRIP, size - at);
            memory.floats().get(from + at, strip, 0, n);
            addBoth(strip, sum, squares, n);
            memory.bits().get(from + at, bits, 0, n);
            smallest = Integer.MAX_VALUE;
            extremes(bits, n);
            nonzero += smallest > 0 ? n : countNonzero(bits, n); // in most strips there is no zero to count
        }
        double allSum = fold(sum, used);
        double allSquares = fold(squares, used);
        if (highest < INFINITY && lowest > turned(INFINITY | Integer.MIN_VALUE)) {
            into.set(size, allSum, allSquares, size - nonzero, 0, value(lowest), value(highest));
        } else {
            notFinite(memory, from, size, allSum, allSquares, into);
        }
    }

    /** Only Σx² of {@code size} values, all that is needed of a gradient that is not recorded. */
    void measureSquares(Memory memory, int from, int size, Totals into) {
        int used = Math.min(size, LANES);
        Arrays.fill(squares, 0, used, 0);
        for (int at = 0; at < size; at += STRIP) {
            int n = Math.min(STRIP, size - at);
            memory.floats().get(from + at, strip, 0, n);
            addSquares(strip, squares, n);
        }
        double all = fold(squares, used);
        double bound = Math.sqrt(all);
        into.set(size, Double.NaN, all, Double.NaN, Double.NaN, -bound, bound);
    }

    /** The moments where some values are not finite: one by one. */
    private static void notFinite(Memory memory, int from, int size, double sum, double squares, Totals into) {
        int zeros = 0;
        int bad = 0;
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            float x = memory.floats().get(from + i);
            zeros += x == 0 ? 1 : 0;
            bad += Float.isFinite(x) ? 0 : 1;
            min = Math.min(min, x);
            max = Math.max(max, x);
        }
        into.set(size, sum, squares, zeros, bad, min, max);
    }

    /** The bits as an integer that orders as the values do; its own inverse. */
    private static int turned(int bits) {
        return bits ^ (bits >> 31 & MAGNITUDE);
    }

    private static float value(int turned) {
        return Float.intBitsToFloat(turned(turned));
    }

    /** The largest, the smallest, and the magnitude nearest to 0. One loop, for its reads are most of the work. */
    private void extremes(int[] x, int n) {
        int high = highest;
        int low = lowest;
        int near = smallest;
        for (int i = 0; i < n; i++) {
            int v = x[i];
            int order = v ^ (v >> 31 & MAGNITUDE);
            high = Math.max(high, order);
            low = Math.min(low, order);
            near = Math.min(near, v & MAGNITUDE);
        }
        highest = high;
        lowest = low;
        smallest = near;
    }

    /** A value without its sign bit is nonzero if it or its negative is negative. */
    private static int countNonzero(int[] x, int n) {
        int count = 0;
        for (int i = 0; i < n; i++) {
            int v = x[i] << 1;
            count += (v | -v) >>> 31;
        }
        return count;
    }

    /** Adds up to {@value #STRIP} values to the lanes, and their squares to others. */
    private static void addBoth(float[] x, double[] sums, double[] squares, int n) {
        if (n == STRIP) {
            addStrip(x, sums, squares);
        } else {
            for (int from = 0; from < n; from += LANES) {
                addSum(x, from, sums, Math.min(LANES, n - from));
                addSquares(x, from, squares, Math.min(LANES, n - from));
            }
        }
    }

    /** Adds the squares of up to {@value #STRIP} values to the lanes. */
    static void addSquares(float[] x, double[] lanes, int n) {
        if (n == STRIP) {
            addStripSquares(x, lanes);
        } else {
            for (int from = 0; from < n; from += LANES) {
                addSquares(x, from, lanes, Math.min(LANES, n - from));
            }
        }
    }

    // One term after the other: of sums in pairs the compiler makes code that is up to half as fast.

    private static void addStrip(float[] x, double[] sums, double[] squares) {
        for (int i = 0; i < LANES; i++) {
            double a = x[i];
            double b = x[i + LANES];
            double c = x[i + 2 * LANES];
            double d = x[i + 3 * LANES];
            double sum = a + b + c + d;
            double square = a * a;
            square += b * b;
            square += c * c;
            square += d * d;
            sums[i] += sum;
            squares[i] += square;
        }
    }

    private static void addStripSquares(float[] x, double[] lanes) {
        for (int i = 0; i < LANES; i++) {
            double a = x[i];
            double b = x[i + LANES];
            double c = x[i + 2 * LANES];
            double d = x[i + 3 * LANES];
            double square = a * a;
            square += b * b;
            square += c * c;
            square += d * d;
            lanes[i] += square;
        }
    }

    /** Adds the squares of up to {@value #STRIP} differences to the lanes. */
    static void addChanges(float[] before, float[] after, double[] lanes, int n) {
        if (n == STRIP) {
            addStripChanges(before, after, lanes);
        } else {
            for (int from = 0; from < n; from += LANES) {
                addChanges(before, after, from, lanes, Math.min(LANES, n - from));
            }
        }
    }

    private static void addStripChanges(float[] before, float[] after, double[] lanes) {
        for (int i = 0; i < LANES; i++) {
            double a = after[i] - before[i];
            double b = after[i + LANES] - before[i + LANES];
            double c = after[i + 2 * LANES] - before[i + 2 * LANES];
            double d = after[i + 3 * LANES] - before[i + 3 * LANES];
            double square = a * a;
            square += b * b;
            square += c * c;
            square += d * d;
            lanes[i] += square;
        }
    }

    private static void addChanges(float[] before, float[] after, int from, double[] lanes, int n) {
        for (int i = 0; i < n; i++) {
            double v = after[from + i] - before[from + i];
            lanes[i] += v * v;
        }
    }

    private static void addSum(float[] x, int from, double[] lanes, int n) {
        for (int i = 0; i < n; i++) {
            lanes[i] += x[from + i];
        }
    }

    private static void addSquares(float[] x, int from, double[] lanes, int n) {
        for (int i = 0; i < n; i++) {
            double v = x[from + i];
            lanes[i] += v * v;
        }
    }

    /** The sum of the first {@code used} lanes, always in the same order; overwrites them. */
    static double fold(double[] lanes, int used) {
        int left = used;
        if (used == LANES) {
            halve(lanes);
            quarter(lanes);
            left = LANES / 4;
        }
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < left; i += 4) {
            a += lanes[i];
            b += lanes[i + 1];
            c += lanes[i + 2];
            d += lanes[i + 3];
        }
        for (; i < left; i++) {
            a += lanes[i];
        }
        return a + b + (c + d);
    }

    // Each with a length that the compiler knows: then it sees that what is read and what is written lie apart.

    private static void halve(double[] lanes) {
        for (int i = 0; i < LANES / 2; i++) {
            lanes[i] += lanes[i + LANES / 2];
        }
    }

    private static void quarter(double[] lanes) {
        for (int i = 0; i < LANES / 4; i++) {
            lanes[i] += lanes[i + LANES / 4];
        }
    }
}
