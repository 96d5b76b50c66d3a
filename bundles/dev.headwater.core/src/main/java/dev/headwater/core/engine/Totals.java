package dev.headwater.core.engine;

/** What is left of a stream of values once its lanes are folded; sums of several are taken in the order of the parts. */
final class Totals {
    private long count;
    private double sum;
    private double squares;
    private double zeros;
    private double nonFinite;
    private double min;
    private double max;

    /** Nothing seen. */
    void clear() {
        set(0, 0, 0, 0, 0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }

    void set(long newCount, double newSum, double newSquares, double newZeros, double newNonFinite, double newMin,
            double newMax) {
        count = newCount;
        sum = newSum;
        squares = newSquares;
        zeros = newZeros;
        nonFinite = newNonFinite;
        min = newMin;
        max = newMax;
    }

    /** Takes in what another one saw. */
    void include(Totals other) {
        set(count + other.count, sum + other.sum, squares + other.squares, zeros + other.zeros,
                nonFinite + other.nonFinite, Math.min(min, other.min), Math.max(max, other.max));
    }

    long count() {
        return count;
    }

    /** The Euclidean norm. */
    double l2() {
        return Math.sqrt(squares);
    }

    /** The sum of squares. */
    double squares() {
        return squares;
    }

    double mean() {
        return sum / count;
    }

    /** The population standard deviation; a difference of two nearly equal numbers is held at 0. */
    double deviation() {
        double mean = mean();
        double variance = squares / count - mean * mean;
        return Math.sqrt(variance < 0 ? 0 : variance);
    }

    double min() {
        return min;
    }

    double max() {
        return max;
    }

    /** The share of exact zeros. */
    double zeros() {
        return zeros / count;
    }

    /** The share of values that are NaN or infinite. */
    double nonFinite() {
        return nonFinite / count;
    }

    /** Whether every value was finite: a double holds any sum of squares of finite floats. */
    boolean finite() {
        return squares - squares == 0;
    }

    /** Writes l2, mean, std, min, max, zeros, nonFinite from {@code at} on. */
    void writeGradient(double[] values, int at) {
        values[at] = l2();
        values[at + 1] = mean();
        values[at + 2] = deviation();
        values[at + 3] = min;
        values[at + 4] = max;
        values[at + 5] = zeros();
        values[at + 6] = nonFinite();
    }
}
