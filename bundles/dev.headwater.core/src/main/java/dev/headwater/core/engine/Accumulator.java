package dev.headwater.core.engine;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Moments of a stream of tiles. Sums and sums of squares run in double lanes: squares of floats below 1e-19 would
 * underflow, and the norm of a vanished gradient would come out as 0. Every loop is a line long, so that it vectorizes.
 */
final class Accumulator {
    private static final int LANES = TilePool.TILE;
    /** Any nonzero float times this twice is at least 1, the smallest subnormal included. */
    private static final float HUGE = 3e38f;

    private final double[] sum = new double[LANES];
    private final double[] squares = new double[LANES];
    private final float[] min = new float[LANES];
    private final float[] max = new float[LANES];
    private final float[] nonzero = new float[LANES];
    private final float[] tile = new float[LANES];
    private int used;

    /** The moments of a stretch of memory. */
    void measure(FloatBuffer data, int from, int size, Totals into) {
        begin(Math.min(size, LANES));
        for (int at = 0; at < size; at += LANES) {
            int n = Math.min(LANES, size - at);
            data.get(from + at, tile, 0, n);
            add(tile, n);
        }
        end(size, data, from, into);
    }

    /** Starts a stream whose tiles are at most {@code longest} values long, at most {@value TilePool#TILE}. */
    void begin(int longest) {
        used = longest;
        Arrays.fill(sum, 0, used, 0);
        Arrays.fill(squares, 0, used, 0);
        Arrays.fill(min, 0, used, Float.POSITIVE_INFINITY);
        Arrays.fill(max, 0, used, Float.NEGATIVE_INFINITY);
        Arrays.fill(nonzero, 0, used, 0);
    }

    /** Adds x[0..n). */
    void add(float[] x, int n) {
        addSum(x, sum, n);
        addSquares(x, squares, n);
        addMin(x, min, n);
        addMax(x, max, n);
        addNonzero(x, nonzero, n);
    }

    /** Folds the lanes; where a value was not finite, counts once more in {@code data}, where the stream came from. */
    void end(int size, FloatBuffer data, int from, Totals into) {
        double allSum = 0;
        double allSquares = 0;
        double allNonzero = 0;
        float allMin = Float.POSITIVE_INFINITY;
        float allMax = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < used; i++) {
            allSum += sum[i];
            allSquares += squares[i];
            allNonzero += nonzero[i];
            allMin = Math.min(allMin, min[i]);
            allMax = Math.max(allMax, max[i]);
        }
        into.set(size, allSum, allSquares, size - allNonzero, 0, allMin, allMax);
        if (!into.finite()) {
            int zeros = 0;
            int nonFinite = 0;
            for (int i = 0; i < size; i++) {
                float x = data.get(from + i);
                zeros += x == 0 ? 1 : 0;
                nonFinite += Float.isFinite(x) ? 0 : 1;
            }
            into.set(size, allSum, allSquares, zeros, nonFinite, allMin, allMax);
        }
    }

    private static void addSum(float[] x, double[] lanes, int n) {
        for (int i = 0; i < n; i++) {
            lanes[i] += x[i];
        }
    }

    private static void addSquares(float[] x, double[] lanes, int n) {
        for (int i = 0; i < n; i++) {
            double v = x[i];
            lanes[i] += v * v;
        }
    }

    private static void addMin(float[] x, float[] lanes, int n) {
        for (int i = 0; i < n; i++) {
            lanes[i] = Math.min(lanes[i], x[i]);
        }
    }

    private static void addMax(float[] x, float[] lanes, int n) {
        for (int i = 0; i < n; i++) {
            lanes[i] = Math.max(lanes[i], x[i]);
        }
    }

    private static void addNonzero(float[] x, float[] lanes, int n) {
        for (int i = 0; i < n; i++) {
            lanes[i] += Math.min(1f, Math.abs(x[i]) * HUGE * HUGE);
        }
    }
}
